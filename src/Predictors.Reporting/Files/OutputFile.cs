using System.Security;

namespace Predictors.Reporting;

/// <summary>Writes files so that a reader finds the old content or the new one, never a part of it.</summary>
public static class OutputFile
{
    /// <summary>Writes a file beside its target and renames it. Devices and pipes are written in place.</summary>
    /// <param name="path">The target; a link stands for what it points to.</param>
    /// <param name="write">Writes the content; what it throws comes through, and the target stays as it was.</param>
    /// <exception cref="OutputException">The file can't be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        WriteIf(path, stream =>
        {
            write(stream);
            return true;
        });
    }

    /// <summary>Writes a file as <see cref="Write"/> does, if there turns out to be something to write.</summary>
    /// <param name="path">The target; a link stands for what it points to.</param>
    /// <param name="write">Writes the content, and tells whether it is whole; where it is not, the target stays as it was.</param>
    /// <exception cref="OutputException">The file can't be written.</exception>
    public static void WriteIf(string path, Func<Stream, bool> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        try
        {
            var file = new FileInfo(path);
            string target = file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
            if (Directory.Exists(target))
            {
                throw new OutputException($"{path} can't be written: it is a directory.");
            }

            if (IsDevice(file.FullName) || IsDevice(target))
            {
                using var device = new FileStream(path, FileMode.Open, FileAccess.Write);
                write(device);
                return;
            }

            WriteBeside(target, write);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException)
        {
            throw new OutputException($"{path} can't be written: {Reason(e)}", e);
        }
    }

    private static void WriteBeside(string target, Func<Stream, bool> write)
    {
        string beside = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}");
        try
        {
            bool isWhole;
            using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write))
            {
                isWhole = write(stream);
            }

            if (isWhole)
            {
                File.Move(beside, target, overwrite: true);
            }
        }
        finally
        {
            File.Delete(beside);
        }
    }

    // The messages of the framework name the file beside the target, which the user has never heard of.
    private static string Reason(Exception e) => e switch
    {
        DirectoryNotFoundException => "its directory does not exist.",
        UnauthorizedAccessException or SecurityException => "permission denied.",
        _ => e.Message,
    };

    internal static bool IsDevice(string path) =>
        path.StartsWith("/proc/", StringComparison.Ordinal)
        || (path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal));
}
