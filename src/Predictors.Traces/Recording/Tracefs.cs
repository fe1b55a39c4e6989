namespace Predictors.Traces.RingBuffers;

/// <summary>The kernel's tracing folder.</summary>
internal sealed class Tracefs
{
    private const string Mounts = "/proc/self/mounts";

    private Tracefs(string folder) => Folder = folder;

    /// <summary>Where it is mounted.</summary>
    public string Folder { get; }

    /// <summary>Finds the folder where it is mounted.</summary>
    /// <returns>The folder; null where it is not mounted or can't be read.</returns>
    public static Tracefs? Find()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists(Mounts))
        {
            return null;
        }

        foreach (string line in File.ReadLines(Mounts))
        {
            string[] words = line.Split(' ');
            if (words.Length > 2 && words[2] == "tracefs" && Directory.Exists(Path.Combine(words[1], "events")))
            {
                return new Tracefs(words[1]);
            }
        }

        return null;
    }

    /// <summary>Finds the folder, or says what to do.</summary>
    /// <exception cref="RecordingException">Recording needs root, a mounted tracefs, and Linux.</exception>
    public static Tracefs Require()
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new RecordingException("Recording needs Linux: it reads the kernel's ring buffers through tracefs.");
        }

        if (!Environment.IsPrivilegedProcess)
        {
            throw new RecordingException(
                "Recording needs root: the kernel's tracing folder can't be used without. Run this with sudo, or see --print-command for what else records.");
        }

        return Find() ?? throw new RecordingException(
            "tracefs is not mounted, or its events can't be read: mount -t tracefs nodev /sys/kernel/tracing. Containers need it passed in.");
    }

    /// <summary>Whether the running kernel has an event.</summary>
    /// <param name="systemAndName">The event, as <c>system:name</c>.</param>
    public bool HasEvent(string systemAndName) => File.Exists(Path.Combine(EventFolder(Folder, systemAndName), "format"));

    /// <summary>A file's content.</summary>
    /// <param name="name">Its name in the folder.</param>
    public byte[] Read(string name) => ReadFile(Path.Combine(Folder, name));

    /// <summary>An event's description.</summary>
    public byte[] ReadFormat(string systemAndName) => ReadFile(Path.Combine(EventFolder(Folder, systemAndName), "format"));

    /// <summary>The folder of an event under the main folder or an instance's.</summary>
    public static string EventFolder(string root, string systemAndName) =>
        Path.Combine([root, "events", .. systemAndName.Split(':')]);

    // Files of tracefs have no size, which File.ReadAllBytes copes with.
    private static byte[] ReadFile(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordingException($"{path} can't be read: {e.Message}", e);
        }
    }
}
