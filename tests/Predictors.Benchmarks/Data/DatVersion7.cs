using System.ComponentModel;
using System.Diagnostics;

namespace Predictors.Benchmarks;

/// <summary>A trace-cmd file of version 7 with zstd, made by trace-cmd itself.</summary>
internal static class DatVersion7
{
    /// <summary>Converts a file.</summary>
    /// <returns>The new file; null where trace-cmd is not installed.</returns>
    public static string? TryWrite(string dat, string to)
    {
        try
        {
            var start = new ProcessStartInfo("trace-cmd", ["convert", "-i", dat, "-o", to, "--file-version", "7", "--compression", "zstd"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using Process process = Process.Start(start)!;
            Task<string> said = process.StandardError.ReadToEndAsync();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? to : throw new InvalidOperationException($"trace-cmd could not convert {dat}: {said.Result}");
        }
        catch (Win32Exception)
        {
            Console.WriteLine("trace-cmd is not installed: no .dat file of version 7 is measured.");
            return null;
        }
    }
}
