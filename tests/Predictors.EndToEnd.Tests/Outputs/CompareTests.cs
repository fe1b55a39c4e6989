using System.Text.Json;

namespace Predictors.EndToEnd.Tests;

public sealed class CompareTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [OneTimeSetUp]
    public void RankTwice()
    {
        // One parameter under one name: what a rebuilt plugin changes shows as another cost of the same SPEC.
        Rank("a.json", "fixed-window:window=10us", "--exchange-rate", "1");
        string worse = File.ReadAllText(_folder["a.json"]);
        double ratio = JsonNames.Parse(worse).GetProperty("ranking")[0].GetProperty("costRatio").GetDouble();
        _folder.Write("worse.json", Shifted(worse, ratio));
        Rank("rate4.json", "fixed-window:window=10us", "--exchange-rate", "4");
    }

    public void Dispose() => _folder.Dispose();

    [Test]
    public void Compare_AResultWithItself_NothingChanged()
    {
        JsonElement json = JsonNames.Parse(PredictorsCommand.Run("compare", _folder["a.json"], _folder["a.json"], "--json", "-").Expect(0).Output);

        JsonNames.Expect(json, "schema", "before", "after", "regression", "predictors", "notes", "manifest");
        Assert.That(json.GetProperty("predictors")[0].GetProperty("change").GetString(), Is.EqualTo("same"));
    }

    [Test]
    public void Compare_WorseBeyondTheInterval_Status1AndBackwardsBetter()
    {
        Assert.That(PredictorsCommand.Run("compare", _folder["a.json"], _folder["worse.json"]).Expect(1).Output, Does.Contain("1 worse"));
        Assert.That(PredictorsCommand.Run("compare", _folder["worse.json"], _folder["a.json"]).Expect(0).Output, Does.Contain("1 better"));
    }

    [Test]
    public void Compare_OtherSettings_Status2AndBothValues() =>
        Assert.That(
            PredictorsCommand.Run("compare", _folder["a.json"], _folder["rate4.json"]).ExpectOneLine(2),
            Does.Contain("the exchange rate was 1 and is 4"));

    [Test]
    public void Compare_NoResult_Status3AndTheFile() =>
        Assert.That(
            PredictorsCommand.Run("compare", _folder["a.json"], _folder.Write("no.json", "{}")).ExpectOneLine(3),
            Does.Contain("no.json").And.Contain("rank --json"));

    private void Rank(string file, string spec, params string[] more) =>
        PredictorsCommand.Run(["rank", BundledTraces.Packed, "-p", spec, "--json", _folder[file], "--quiet", .. more]).Expect(0);

    private static string Shifted(string json, double ratio)
    {
        JsonElement standing = JsonNames.Parse(json).GetProperty("ranking")[0];
        foreach (string name in new[] { "costRatio", "low", "high" })
        {
            string value = standing.GetProperty(name).GetRawText();
            json = json.Replace($"\"{name}\": {value}", $"\"{name}\": {ratio + 100}", StringComparison.Ordinal);
        }

        return json;
    }
}
