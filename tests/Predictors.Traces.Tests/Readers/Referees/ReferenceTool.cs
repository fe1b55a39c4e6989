using System.ComponentModel;
using System.Diagnostics;

namespace Predictors.Traces.Tests.Readers.Referees;

/// <summary>Runs the tools that other people's recordings are read with.</summary>
internal static class ReferenceTool
{
    /// <summary>Runs a tool and gives what it prints; the test is skipped where the tool is missing or can't read the file.</summary>
    public static string Run(string tool, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode == 0 && output.Length > 0)
            {
                return output;
            }

            Assert.Ignore($"{tool} {string.Join(' ', arguments)} ended with {process.ExitCode}: {errors.Result.Trim()}");
        }
        catch (Win32Exception)
        {
            Assert.Ignore($"{tool} is not installed.");
        }

        return string.Empty;
    }
}
