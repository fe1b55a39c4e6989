namespace Predictors.Reporting.Tests;

public class ComparisonTests
{
    [TestCase(1.2, 1.3, CostChange.Worse)]
    [TestCase(1.05, 1.09, CostChange.Better)]
    [TestCase(1.1, 1.2, CostChange.Same)]
    [TestCase(1.15, 1.25, CostChange.Unclear)]
    [TestCase(1.2, 1.25, CostChange.Unclear)]
    [TestCase(1.05, 1.1, CostChange.Unclear)]
    public void Change_ByTheIntervals_IsBetterOrWorseOnlyWhereTheyDoNotOverlap(double low, double high, CostChange expected)
    {
        // 1.2 touches the interval before: touching intervals overlap.
        double nudge = expected == CostChange.Worse ? 0.001 : 0;

        Comparison comparison = Comparison.Of(Result(Standing("a", 1.1, 1.2)), Result(Standing("a", low + nudge, high)));

        Assert.That(comparison.Contenders.Single().Change, Is.EqualTo(expected));
        Assert.That(comparison.HasRegression, Is.EqualTo(expected == CostChange.Worse));
    }

    [Test]
    public void Of_PredictorsOfOneOnly_AreAddedAndRemovedAndNoRegression()
    {
        Comparison comparison = Comparison.Of(Result(Standing("a", 1, 1)), Result(Standing("b", 9, 9)));

        Assert.That(
            comparison.Contenders.Select(c => (c.Contender.Predictor, c.Change)),
            Is.EquivalentTo(new[] { ("a", CostChange.Removed), ("b", CostChange.Added) }));
        Assert.That(comparison.HasRegression, Is.False);
    }

    [Test]
    public void Of_OneTraceChanged_NamesIt()
    {
        RankResult before = Result(Standing("a", 1, 2)) with { Results = [Row("a", "x", 100), Row("a", "y", 100)] };
        RankResult after = Result(Standing("a", 1, 2)) with { Results = [Row("a", "x", 99), Row("a", "y", 150)] };

        ComparedTrace most = Comparison.Of(before, after).Contenders.Single().Most!;

        Assert.That((most.Trace, most.ChangePercent), Is.EqualTo(("y", 50.0)));
    }

    [Test]
    public void Of_AnotherBound_SaysThatTheMachineChanged()
    {
        RankResult before = Result(Standing("a", 1, 2)) with { Results = [Row("a", "x", 100)] };
        RankResult after = before with { Results = [Row("a", "x", 100) with { ClairvoyantCostNs = 7 }] };

        Assert.That(Comparison.Of(before, after).Notes.Single(), Does.Contain("x was 50 ns and is 7 ns"));
        Assert.That(Comparison.Of(before, before).Notes, Is.Empty);
    }

    [Test]
    public void Obstacle_OtherSettingsOrTraces_NamesBothValues()
    {
        RankResult a = Result(Standing("a", 1, 1));

        Assert.Multiple(() =>
        {
            Assert.That(Comparison.Obstacle(a, a), Is.Null);
            Assert.That(Comparison.Obstacle(a, a with { Profile = "other" }), Is.EqualTo("the profile was p and is other"));
            Assert.That(Comparison.Obstacle(a, a with { ExchangeRate = 4.5 }), Is.EqualTo("the exchange rate was 1 and is 4.5"));
            Assert.That(Comparison.Obstacle(a, a with { Traces = [] }), Is.EqualTo("the trace x is in the first one only"));
            Assert.That(Comparison.Obstacle(a with { Traces = [] }, a), Is.EqualTo("the trace x is in the second one only"));
            Assert.That(Comparison.Obstacle(a, a with { Traces = [new("x", "other")] }), Does.StartWith("the trace x is another file"));
            Assert.That(Comparison.Obstacle(a, a with { Traces = [new("x", "x", 5)] }), Does.EndWith("scored from its beginning and is scored from 5 ns on"));
        });
    }

    private static RankResult Result(params RankResultStanding[] ranking) => new()
    {
        Traces = [new("x", "x")],
        Profile = "p",
        Timer = "t",
        HostPoll = "off",
        Loop = "open",
        ExchangeRate = 1,
        Results = [],
        Ranking = ranking,
    };

    private static RankResultStanding Standing(string name, double low, double high) =>
        new(1, name, new Dictionary<string, string>(), (low + high) / 2, low, high);

    private static RankResultRow Row(string name, string trace, double costNs) =>
        new(name, new Dictionary<string, string>(), trace, trace, costNs, 50);
}
