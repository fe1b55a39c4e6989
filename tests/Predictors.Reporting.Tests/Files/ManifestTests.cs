using System.Text;
using System.Text.Json;

namespace Predictors.Reporting.Tests;

public class ManifestTests
{
    private static readonly RunManifest s_manifest = new()
    {
        Version = "1.2.3",
        Runtime = ".NET 10.0.1",
        Platform = "linux-x64",
        CommandLine = ["rank", "traces"],
        Profile = new ManifestFile("mine.json", "0a"),
        Plugins = [new ManifestFile("A.dll", "0b")],
    };

    [Test]
    public void WriteJson_WithAManifest_PutsItAtTheEndOfTheObject()
    {
        using var stream = new MemoryStream();

        ReportFiles.WriteJson(new PluginsReport([], []), stream, s_manifest);

        JsonElement json = JsonSerializer.Deserialize<JsonElement>(Encoding.UTF8.GetString(stream.ToArray()));
        Assert.That(json.EnumerateObject().Select(p => p.Name), Is.EqualTo((string[])["schema", "predictors", "refused", "warnings", "manifest"]));
        JsonElement manifest = json.GetProperty("manifest");
        Assert.That(manifest.GetProperty("version").GetString(), Is.EqualTo("1.2.3"));
        Assert.That(manifest.GetProperty("commandLine").EnumerateArray().Select(w => w.GetString()), Is.EqualTo((string[])["rank", "traces"]));
        Assert.That(manifest.GetProperty("profile").GetProperty("sha256").GetString(), Is.EqualTo("0a"));
        Assert.That(manifest.GetProperty("plugins")[0].GetProperty("name").GetString(), Is.EqualTo("A.dll"));
    }

    [Test]
    public void WriteJson_WithoutAProfileFile_LeavesItOut()
    {
        using var stream = new MemoryStream();

        ReportFiles.WriteJson(new PluginsReport([], []), stream, s_manifest with { Profile = null });

        Assert.That(Encoding.UTF8.GetString(stream.ToArray()), Does.Contain("manifest").And.Not.Contain("profile"));
    }
}
