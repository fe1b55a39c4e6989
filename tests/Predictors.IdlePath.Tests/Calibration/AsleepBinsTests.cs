namespace Predictors.IdlePath.Tests;

public sealed class AsleepBinsTests
{
    [TestCase(0, 0)]
    [TestCase(9_999, 0)]
    [TestCase(10_000, 10_000)]
    [TestCase(19_999, 10_000)]
    [TestCase(20_000, 20_000)]
    [TestCase(49_999, 20_000)]
    [TestCase(5_000_000, 5_000_000)]
    [TestCase(long.MaxValue, 5_000_000_000)]
    public void Add_AnyTime_GoesToTheBinThatBeginsBelow(long asleepNs, long beginNs)
    {
        var bins = new AsleepBins();
        bins.Add(asleepNs, 1);

        Assert.That(Enumerable.Range(0, AsleepBins.Count).Where(b => bins[b].Met == 1).Select(AsleepBins.BeginNs), Is.EqualTo([beginNs]));
    }

    [Test]
    public void Merged_BinsWithTooFew_JoinTheirNeighbours()
    {
        IReadOnlyList<(long FromNs, long Met, IReadOnlyList<long> TimesNs)> merged = SampleSummary.Merged(
            [(0, 10, [1]), (10, 25, [2]), (20, 0, []), (50, 40, [3]), (100, 3, [4]), (200, 2, [5])]);

        Assert.That(merged.Select(m => (m.FromNs, m.Met)), Is.EqualTo([(0L, 35L), (50, 45)]));
        Assert.That(merged.Select(m => m.TimesNs), Is.EqualTo(new long[][] { [1, 2], [3, 4, 5] }));
    }

    [Test]
    public void Merged_TooFewInAll_AreOneBin() =>
        Assert.That(SampleSummary.Merged([(20, 3, [1]), (50, 4, [2])]).Select(m => (m.FromNs, m.Met)), Is.EqualTo([(20L, 7L)]));
}
