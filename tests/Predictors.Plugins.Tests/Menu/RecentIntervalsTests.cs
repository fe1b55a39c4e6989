using CsCheck;
using Predictors.Plugins.Menu;

namespace Predictors.Plugins.Tests.Menu;

public class RecentIntervalsTests
{
    // Variance, mean and what is left were worked out by hand from the rule.
    [TestCase(50, 50, 50, 50, 50, 50, 50, 50, 50, TestName = "all alike")]
    [TestCase(50, 50, 50, 50, 50, 50, 50, 50, 1_000, TestName = "one outlier is dropped")]
    [TestCase(50, 50, 50, 50, 50, 50, 50, 1_000, 2_000, TestName = "two outliers are dropped")]
    [TestCase(RecentIntervals.None, 50, 50, 50, 50, 50, 1_000, 2_000, 3_000, TestName = "three outliers are too many")]
    [TestCase(50, 50, 50, 50, 50, 50, 1_000, 1_000, 1_000, TestName = "equal outliers go together")]
    [TestCase(10, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000, 10, TestName = "only the longest are outliers")]
    [TestCase(100, 80, 80, 80, 80, 120, 120, 120, 120, TestName = "variance 400 is close")]
    [TestCase(79, 79, 79, 79, 79, 121, 121, 121, 121, TestName = "variance 441 is not")]
    [TestCase(1_000, 900, 900, 900, 900, 1_100, 1_100, 1_100, 1_100, TestName = "mean of ten deviations")]
    [TestCase(800, 800, 800, 800, 800, 1_200, 1_200, 1_200, 1_200, TestName = "mean of five deviations")]
    [TestCase(RecentIntervals.None, 10, 100, 1_000, 10_000, 20_000, 30_000, 40_000, 50_000, TestName = "nothing in common")]
    [TestCase(RecentIntervals.None, 0, 0, 0, 0, 0, 0, 0, 0, TestName = "nothing known")]
    [TestCase(1, 10, 0, 0, 0, 0, 0, 0, 0, TestName = "one short length")]
    [TestCase(RecentIntervals.None, 100, 0, 0, 0, 0, 0, 0, 0, TestName = "one longer length")]
    public void TypicalUs_EightLengths_FollowsRule(long typicalUs, params int[] lengthsUs) =>
        Assert.That(After(lengthsUs).TypicalUs(), Is.EqualTo(typicalUs));

    [Test]
    public void Add_NinthLength_TakesThePlaceOfTheFirst() =>
        Assert.That(After([5_000, 30, 30, 30, 30, 30, 30, 5_000, 30, 6_000, 6_000]).TypicalUs(), Is.EqualTo(RecentIntervals.None));

    [Test]
    public void TypicalUs_LongestLengths_DoesNotOverflow()
    {
        RecentIntervals intervals = default;
        for (int i = 0; i < 4; i++)
        {
            intervals.Add(0);
            intervals.Add(long.MaxValue / 1_000);
        }

        Assert.That(intervals.TypicalUs(), Is.EqualTo(RecentIntervals.None));
    }

    [Test]
    public void TypicalUs_AnyLengths_IsNoneOrWithinThem() =>
        Gen.Int[0, 2_000].Array[8].Sample(lengths =>
        {
            long typical = After(lengths).TypicalUs();
            Assert.That(typical, Is.EqualTo(RecentIntervals.None).Or.InRange(lengths.Min(), lengths.Max()));
        });

    private static RecentIntervals After(int[] lengthsUs)
    {
        RecentIntervals intervals = default;
        foreach (int length in lengthsUs)
        {
            intervals.Add(length);
        }

        return intervals;
    }
}
