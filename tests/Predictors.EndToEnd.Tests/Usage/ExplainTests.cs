using System.Text.Json;

namespace Predictors.EndToEnd.Tests;

public class ExplainTests
{
    [Test]
    public void Explain_TwoPredictors_GivesGroupsThatAddUpToTheRuns()
    {
        JsonElement explained = JsonNames.Parse(
            PredictorsCommand.Run("explain", BundledTraces.Packed, "-p", "haltpoll", "-p", "teo", "--top", "5", "--json", "-").Expect(0).Output);
        JsonElement[] results = [.. explained.GetProperty("results").EnumerateArray()];

        foreach (IGrouping<string, JsonElement> grouping in explained.GetProperty("groups").EnumerateArray().GroupBy(g => g.GetProperty("grouping").GetString()!))
        {
            Assert.That(grouping.Sum(g => g.GetProperty("wasteNs").GetInt64()), Is.EqualTo(results[0].GetProperty("wasteNs").GetInt64()), grouping.Key);
            Assert.That(grouping.Sum(g => g.GetProperty("otherWasteNs").GetInt64()), Is.EqualTo(results[1].GetProperty("wasteNs").GetInt64()), grouping.Key);
        }

        Assert.That(explained.GetProperty("costliest").GetArrayLength(), Is.EqualTo(5));
        Assert.That(explained.GetProperty("firstCostsMore").GetArrayLength(), Is.EqualTo(5));
    }

    [TestCase("--loop closed", "'--loop'")]
    [TestCase("--order dear", "--order dear is not accepted: cost or avoidable.")]
    [TestCase("--top -1", "--top -1 is not accepted: a whole number, 0 to 1000.")]
    [TestCase("-p teo -p menu", "-p is given 3 times; explain takes one predictor, or two to compare.")]
    public void Explain_WrongOption_IsAUsageError(string options, string message) => Assert.That(
        PredictorsCommand.Run(["explain", BundledTraces.Packed, "-p", "haltpoll", .. options.Split(' ')]).Expect(2).Error, Does.Contain(message));
}
