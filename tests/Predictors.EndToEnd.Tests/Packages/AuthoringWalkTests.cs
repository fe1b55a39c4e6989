using System.Text.Json;

namespace Predictors.EndToEnd.Tests;

/// <summary>What an author does on a machine that has nothing but the SDK and the packages: template, test, build, rank.</summary>
public sealed class AuthoringWalkTests
{
    private static readonly string[] s_libraries =
    [
        "Predictors.Abstractions", "Predictors.Abstractions.DependencyInjection", "Predictors.Traces", "Predictors.IdlePath", "Predictors.Ranking",
        "Predictors.Hosting",
    ];

    [Test]
    public void Packages_InACleanDirectory_GiveAToolAndATemplateThatRanks()
    {
        using var folder = new TemporaryFolder();
        var sdk = new PackagedSdk(folder);
        string[] packages = sdk.Pack();
        Assert.That(packages, Is.SupersetOf(s_libraries.Append("Predictors").Append("Predictors.Templates").Select(p => $"{p}.{sdk.Version}.nupkg")));

        sdk.Dotnet("tool", "install", "Predictors", "--version", sdk.Version, "--tool-path", "tools", "--configfile", "nuget.config");
        sdk.Dotnet("new", "install", Path.Combine(sdk.Feed, $"Predictors.Templates.{sdk.Version}.nupkg"));
        CommandResult walk = sdk.Shell(MarkdownBlock.OfAllPages().Single(b => b.Language == "sh packages").Content);
        Assert.That(walk.Output, Does.Contain("Passed:     3").And.Contain("night-owl"));

        CommandResult rank = sdk.Tool("rank", "NightOwl/traces", "--plugins", "NightOwl/NightOwl/bin/Release", "-p", "night-owl", "-p", "halt", "--json", "-");
        JsonElement ranking = JsonNames.Parse(rank.Output).GetProperty("ranking");
        Assert.That(ranking.EnumerateArray().Select(s => s.GetProperty("predictor").GetString()), Is.EquivalentTo((string[])["night-owl", "halt"]));
    }
}
