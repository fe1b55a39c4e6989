using Predictors.IdlePath;

namespace Predictors.Reporting.Tests;

public sealed class LengthPictureTests
{
    [Test]
    public void Of_IdlePeriodsAndWindows_AreSharesOfTheirOwnKind()
    {
        LengthPicture picture = Picture([(50_000, 4), (0, 12)], (3_000, 1), (30_000, 3));

        Assert.That(picture.Idle.Sum(), Is.EqualTo(1).Within(1e-12));
        Assert.That(picture.Idle[BinOf(picture, 3_000)], Is.EqualTo(0.25));
        Assert.That(picture.Idle[BinOf(picture, 30_000)], Is.EqualTo(0.75));
        Assert.That(picture.Windows.Single().None, Is.EqualTo(0.75));
        Assert.That(picture.Windows.Single().Shares[BinOf(picture, 50_000)], Is.EqualTo(0.25));
    }

    [Test]
    public void Of_Bins_BeginInOrderAndEndBehindTheLongest()
    {
        LengthPicture picture = Picture([(50_000, 4)], (3_000, 1), (30_000, 3));

        Assert.That(picture.FromNs, Is.Ordered.Ascending.And.Unique);
        Assert.That(picture.FromNs[^1], Is.GreaterThan(50_000).And.LessThan(60_000));
        Assert.That(picture.Idle[^1] + picture.Windows[0].Shares[^1], Is.Zero);
    }

    [Test]
    public void Most_AWindowWithoutEnd_LeavesTheIdlePeriodsTheirRoom()
    {
        LengthPicture picture = Picture([(long.MaxValue, 4)], (3_000, 1), (30_000, 3));

        Assert.That(picture.FromNs[picture.Most.Last], Is.InRange(30_000, 60_000));
        Assert.That(picture.FromNs[^1], Is.GreaterThan(1_000_000_000_000_000_000));
    }

    [Test]
    public void Most_AWindowAboveTheIdlePeriods_IsShown()
    {
        LengthPicture picture = Picture([(100_000, 4)], (3_000, 1), (30_000, 3));

        Assert.That(picture.FromNs[picture.Most.Last], Is.InRange(100_000, 200_000));
    }

    [Test]
    public void Most_WakeUpsAtOnceAndAFewVeryLongOnes_AreOutside()
    {
        LengthPicture picture = Picture([(30_000, 4)], (0, 500), (3_000, 5_000), (30_000, 5_000), (20_000_000_000, 1));

        Assert.That(picture.FromNs[picture.Most.First], Is.InRange(50, 3_000));
        Assert.That(picture.FromNs[picture.Most.Last], Is.InRange(30_000, 60_000));
    }

    [Test]
    public void Most_NoIdlePeriods_IsEverything() => Assert.That(Picture([(30_000, 4)]).Most.First, Is.Zero);

    /// <summary>Poll windows of one predictor, 0 ns for none, and idle periods: how long, and how many.</summary>
    internal static LengthPicture Picture((long Ns, long Count)[] windows, params (long Ns, long Count)[] idle) =>
        LengthPicture.Of(Counted(idle), [(0, Counted(windows))]);

    private static long[] Counted((long Ns, long Count)[] lengths)
    {
        var counts = new long[LogBuckets.Count];
        Array.ForEach(lengths, length => counts[LogBuckets.Of(length.Ns)] += length.Count);
        return counts;
    }

    private static int BinOf(LengthPicture picture, long ns) => picture.FromNs.TakeWhile(from => from <= ns).Count() - 1;
}
