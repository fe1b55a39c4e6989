using System.Text.Json;

namespace Predictors.EndToEnd.Tests;

public class SweepTests
{
    [TestCase("fixed-window:window=10us|50us|200us", "10us", "50us", "200us")]
    [TestCase("fixed-window:window=10us..80us*2", "10us", "20us", "40us", "80us")]
    [TestCase("fixed-window:window=10us..40us+10us", "10us", "20us", "30us", "40us")]
    public void Sweep_OfOneParameter_RanksEachValue(string spec, params string[] windows)
    {
        JsonElement rank = JsonNames.Parse(PredictorsCommand.Run("rank", BundledTraces.Packed, "-p", spec, "--json", "-").Expect(0).Output);

        Assert.That(
            rank.GetProperty("ranking").EnumerateArray().Select(s => s.GetProperty("parameters").GetProperty("window").GetString()),
            Is.EquivalentTo(windows));
    }

    [Test]
    public void Sweep_OfTwoParameters_RanksEveryPair() =>
        Assert.That(
            JsonNames.Parse(PredictorsCommand.Run("rank", BundledTraces.Packed, "-p", "haltpoll:max=50us|100us,grow=2|3|4", "--json", "-").Expect(0).Output)
                .GetProperty("ranking").EnumerateArray()
                .Select(s => s.GetProperty("parameters"))
                .Select(p => $"{p.GetProperty("max").GetString()} {p.GetProperty("grow").GetString()}"),
            Is.EquivalentTo(["50us 2", "50us 3", "50us 4", "100us 2", "100us 3", "100us 4"]));
}
