using System.Globalization;

namespace Predictors.Traces.RingBuffers;

/// <summary>
/// A ring buffer of our own in the kernel (<c>instances/predictors-PID</c>): created here, removed on disposal. Nothing
/// outside of it is changed.
/// </summary>
internal sealed class TraceInstance : IDisposable
{
    private const string Prefix = "predictors-";
    private const int RemovalAttempts = 50;

    private readonly string _folder;

    private TraceInstance(string folder) => _folder = folder;

    public string Folder => _folder;

    /// <summary>Creates it, after removing those that a killed run of this tool left behind.</summary>
    public static TraceInstance Create(Tracefs tracefs)
    {
        string instances = Path.Combine(tracefs.Folder, "instances");
        RemoveLeftBehind(instances);
        string folder = Path.Combine(instances, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}"));
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordingException($"{folder} can't be created: {e.Message} A locked-down kernel or a container without the capability forbids it.", e);
        }

        return new TraceInstance(folder);
    }

    /// <summary>Sets clock and buffer, while nothing is recorded yet.</summary>
    public void Configure(RecordingOptions options)
    {
        Write("tracing_on", "0");
        string clocks = File.ReadAllText(Path.Combine(_folder, "trace_clock"));
        string[] names = [.. clocks.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(c => c.Trim('[', ']'))];
        if (!names.Contains(options.Clock))
        {
            throw new RecordingException($"This kernel has no trace clock '{options.Clock}'; it has {string.Join(", ", names)}.");
        }

        Write("trace_clock", options.Clock);
        Write("buffer_size_kb", options.BufferKb.ToString(CultureInfo.InvariantCulture));
    }

    public void Enable(string systemAndName) => Write(Path.Combine(Tracefs.EventFolder(_folder, systemAndName), "enable"), "1");

    public void Start() => Write("tracing_on", "1");

    public void Stop() => Write("tracing_on", "0");

    /// <summary>The clocks, with the one in use in brackets.</summary>
    public byte[] Clocks() => File.ReadAllBytes(Path.Combine(_folder, "trace_clock"));

    /// <summary>The CPUs that have a buffer, ascending.</summary>
    public int[] Cpus() =>
    [
        .. Directory.GetDirectories(Path.Combine(_folder, "per_cpu"), "cpu*")
            .Select(d => int.Parse(Path.GetFileName(d).AsSpan("cpu".Length), CultureInfo.InvariantCulture)).Order(),
    ];

    /// <summary>The events of a CPU that were lost so far.</summary>
    public long LostEvents(int cpu) => File.ReadLines(Path.Combine(_folder, "per_cpu", $"cpu{cpu}", "stats"))
        .Select(line => line.Split(": "))
        .Where(parts => parts is ["overrun" or "dropped events" or "commit overrun", _])
        .Sum(parts => long.TryParse(parts[1], CultureInfo.InvariantCulture, out long count) ? count : 0);

    /// <summary>Stops recording and removes the instance.</summary>
    public void Dispose()
    {
        if (!TryRemove(_folder, RemovalAttempts, out string? reason))
        {
            throw new RecordingException($"{_folder} can't be removed: {reason} Remove it with rmdir.");
        }
    }

    private static void RemoveLeftBehind(string instances)
    {
        if (!Directory.Exists(instances))
        {
            throw new RecordingException($"{instances} is not there: this kernel can't give a recording a ring buffer of its own.");
        }

        foreach (string folder in Directory.GetDirectories(instances, Prefix + "*"))
        {
            string owner = Path.GetFileName(folder)[Prefix.Length..];
            if (owner.All(char.IsAsciiDigit) && !Directory.Exists(Path.Combine("/proc", owner)))
            {
                TryRemove(folder, attempts: 1, out _);
            }
        }
    }

    // While a pipe is still being closed the kernel says that the instance is busy.
    private static bool TryRemove(string folder, int attempts, out string? reason)
    {
        reason = null;
        for (int i = 0; i < attempts; i++)
        {
            try
            {
                File.WriteAllText(Path.Combine(folder, "tracing_on"), "0");
                Directory.Delete(folder);
                return true;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                reason = e.Message;
                if (i < attempts - 1)
                {
                    Thread.Sleep(20);
                }
            }
        }

        return false;
    }

    private void Write(string name, string value)
    {
        string path = Path.Combine(_folder, name);
        try
        {
            File.WriteAllText(path, value);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordingException($"{path} does not take '{value}': {e.Message}", e);
        }
    }
}
