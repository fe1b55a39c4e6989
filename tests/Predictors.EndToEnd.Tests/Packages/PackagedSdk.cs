using System.Security;

namespace Predictors.EndToEnd.Tests;

/// <summary>
/// The SDK in a folder of its own, which knows our packages from a folder feed and nothing of the repository. What else is restored comes from the
/// packages that this machine has already.
/// </summary>
internal sealed class PackagedSdk
{
    private const string Configuration = "Release";

    private readonly TemporaryFolder _folder;
    private readonly (string Name, string Value)[] _environment;

    public PackagedSdk(TemporaryFolder folder)
    {
        _folder = folder;
        Feed = Directory.CreateDirectory(folder["feed"]).FullName;
        string known = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        folder.Write("nuget.config", $"""
            <configuration>
              <packageSources><clear /><add key="feed" value="{SecurityElement.Escape(Feed)}" /><add key="nuget.org" value="https://api.nuget.org/v3/index.json" /></packageSources>
              <fallbackPackageFolders><add key="known" value="{SecurityElement.Escape(known)}" /></fallbackPackageFolders>
            </configuration>
            """);

        // A package of a version that was unpacked before would be taken from there, whatever is in the feed.
        _environment = [("NUGET_PACKAGES", folder["packages"]), ("DOTNET_CLI_HOME", folder["home"]), ("RestoreLockedMode", "false"), ("CI", string.Empty)];
    }

    public string Feed { get; }

    /// <summary>The version of the packages.</summary>
    public string Version => Directory.GetFiles(Feed, "Predictors.Abstractions.?.*.nupkg").Select(f => Path.GetFileNameWithoutExtension(f)["Predictors.Abstractions.".Length..]).Single();

    /// <summary>Packs everything that is a package, from what was built.</summary>
    /// <returns>The names of the packages.</returns>
    public string[] Pack()
    {
        PredictorsCommand.Run(PredictorsCommand.Start(
            PredictorsCommand.Dotnet, ["pack", "Predictors.sln", "-c", Configuration, "--no-build", "-o", Feed], RepositoryProject.Root)).Expect(0);
        return [.. Directory.GetFiles(Feed).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
    }

    public CommandResult Dotnet(params string[] arguments) =>
        PredictorsCommand.Run(PredictorsCommand.Start(PredictorsCommand.Dotnet, arguments, _folder.FullName, _environment)).Expect(0);

    /// <summary>Runs a command block of the documentation, with the tool and the SDK on the path.</summary>
    public CommandResult Shell(string block) => PredictorsCommand.Run(PredictorsCommand.Start(
        "bash",
        ["-eu", "-c", block],
        _folder.FullName,
        [.. _environment, ("PATH", $"{_folder["tools"]}:{Path.GetDirectoryName(PredictorsCommand.Dotnet)}:{Environment.GetEnvironmentVariable("PATH")}")])).Expect(0);

    public CommandResult Tool(params string[] arguments) =>
        PredictorsCommand.Run(PredictorsCommand.Start(_folder["tools/predictors"], arguments, _folder.FullName, _environment)).Expect(0);
}
