using System.Text.Json;

namespace Predictors.EndToEnd.Tests;

public class ManifestJsonTests
{
    [Test]
    public void Rank_SaysWhatItWasMadeWithAndNotWhereItWasWritten()
    {
        using var folder = new TemporaryFolder();

        PredictorsCommand.Run("rank", "traces/tcp-rr-pinned.txt.gz", "--json", folder["a.json"], "-p", "halt", "--quiet", "--csv=" + folder["a.csv"], "--host-poll", "off")
            .Expect(0);

        JsonElement manifest = JsonNames.Parse(File.ReadAllText(folder["a.json"])).GetProperty("manifest");
        JsonNames.Expect(manifest, "version", "runtime", "platform", "commandLine", "plugins");
        Assert.That(
            manifest.GetProperty("commandLine").EnumerateArray().Select(w => w.GetString()),
            Is.EqualTo((string[])["rank", "traces/tcp-rr-pinned.txt.gz", "-p", "halt", "--host-poll", "off"]));
        Assert.That(manifest.GetProperty("plugins")[0].GetProperty("sha256").GetString(), Has.Length.EqualTo(64));
        Assert.That(manifest.GetProperty("version").GetString(), Does.Match(@"^\d+\.\d+\.\d+"));
    }
}
