using Predictors.Ranking;

namespace Predictors.Reporting.Tests;

public sealed class SweepsTests
{
    [Test]
    public void Sweep_OfOneParameter_IsACurveInTheOrderGiven()
    {
        Contender[] given = [Fixed("10us"), Samples.Halt, Fixed("20us"), Fixed("40us")];
        Contender[] ranked = [given[3], given[1], given[0], given[2]];

        Assert.That(Sweeps.Of(ranked, given), Is.EqualTo((int[][])[[2, 3, 0]]));
    }

    [Test]
    public void Sweep_OfTwoParameters_IsACurveForEachValueOfTheFirst()
    {
        Contender[] given = [.. from a in Enumerable.Range(1, 2) from b in Enumerable.Range(1, 3) select new Contender("rule", [new("a", $"{a}"), new("b", $"{b}"), new("c", "0")])];

        Assert.That(Sweeps.Of(given, given), Is.EqualTo((int[][])[[0, 1, 2], [3, 4, 5]]));
    }

    [Test]
    public void Sweep_OfTwoRows_IsNone() => Assert.That(Sweeps.Of([Fixed("10us"), Fixed("20us")], [Fixed("10us"), Fixed("20us")]), Is.Empty);

    [Test]
    public void Sweep_RowThatIsNotRanked_IsLeftOut()
    {
        Contender[] ranked = [Fixed("10us"), Fixed("20us"), Fixed("80us")];

        Assert.That(Sweeps.Of(ranked, [ranked[0], ranked[1], Fixed("40us"), ranked[2]]), Is.EqualTo((int[][])[[0, 1, 2]]));
    }

    private static Contender Fixed(string window) => new("fixed-window", [new("window", window)]);
}
