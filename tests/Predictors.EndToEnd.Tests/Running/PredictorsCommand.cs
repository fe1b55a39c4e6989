using System.Diagnostics;

namespace Predictors.EndToEnd.Tests;

/// <summary>Runs the built <c>predictors</c> command as a process, in the root of the repository.</summary>
internal static class PredictorsCommand
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    public static string Assembly { get; } =
        new RepositoryProject(Path.Combine(RepositoryProject.Root, "src", "Predictors.Cli", "Predictors.Cli.csproj")).Assembly;

    /// <summary>The <c>dotnet</c> that runs the tests.</summary>
    public static string Dotnet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    public static CommandResult Run(params IEnumerable<string> arguments) => Run(arguments, []);

    public static CommandResult Run(IEnumerable<string> arguments, params (string Name, string Value)[] environment) =>
        Run(Start(Dotnet, [Assembly, .. arguments], RepositoryProject.Root, environment));

    /// <summary>Starts a process whose output is captured and whose standard input is empty.</summary>
    public static Process Start(string file, IEnumerable<string> arguments, string folder, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        Process process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    /// <summary>Waits for a process, which is disposed of.</summary>
    public static CommandResult Run(Process process)
    {
        using (process)
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            Task<string> error = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(s_patience))
            {
                process.Kill(entireProcessTree: true);
                Assert.Fail($"{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)} did not end within {s_patience}.");
            }

            return new CommandResult(process.ExitCode, output.Result, error.Result);
        }
    }
}
