using Predictors.Abstractions;
using Predictors.IdlePath;

namespace Predictors.Ranking.Tests;

public sealed class PeriodDetailsTests
{
    [Test]
    public void Observe_PeriodsBeforeTheScoredPart_DoNotCount()
    {
        var details = new PeriodDetails(exchangeRate: 1, limit: 10, stretch: 10);
        details.Observe(Period(0, 100, isScored: false));
        details.Observe(Period(0, 200));

        Assert.That(details.Seen, Is.EqualTo(1));
        Assert.That(details.Stretch.Select(p => p.Entry.NowNs), Is.EqualTo([200]));
        Assert.That(details.Windows.Sum(), Is.EqualTo(1));
    }

    [Test]
    public void Observe_MoreThanTheLimit_StopsLooking()
    {
        var details = new PeriodDetails(exchangeRate: 1, limit: 3, stretch: 10);
        for (int i = 0; i < 5; i++)
        {
            Assert.That(details.IsFull, Is.EqualTo(i >= 3));
            details.Observe(Period(0, i, wasteNs: i));
        }

        Assert.That(details.Seen, Is.EqualTo(3));
        Assert.That(details.Costliest.Select(p => p.Entry.NowNs), Is.EqualTo([2, 1, 0]));
    }

    [Test]
    public void Stretch_OfSeveralVcpus_IsTheBeginningOfTheOneWithTheMost()
    {
        var details = new PeriodDetails(exchangeRate: 1, limit: 100, stretch: 2);
        details.Observe(Period(7, 1));
        for (int i = 0; i < 5; i++)
        {
            details.Observe(Period(3, 10 + i));
        }

        details.Observe(Period(7, 20));

        Assert.That(details.Stretch.Select(p => (p.Entry.Vcpu, p.Entry.NowNs)), Is.EqualTo([(3, 10L), (3, 11L)]));
    }

    [TestCase(1, new long[] { 2, 1 })]
    [TestCase(4, new long[] { 1, 2 })]
    public void Costliest_WeighsLatencyByTheExchangeRate(double exchangeRate, long[] order)
    {
        var details = new PeriodDetails(exchangeRate, limit: 100, stretch: 1);
        details.Observe(Period(0, 1, wasteNs: 0, latencyNs: 50));
        details.Observe(Period(0, 2, wasteNs: 100, latencyNs: 0));

        Assert.That(details.Costliest.Select(p => p.Entry.NowNs), Is.EqualTo(order));
    }

    [Test]
    public void Costliest_OfEquals_KeepsTheEarliest()
    {
        var details = new PeriodDetails(exchangeRate: 1, limit: 1000, stretch: 1);
        for (int i = 0; i < 100; i++)
        {
            details.Observe(Period(0, i, wasteNs: 7));
        }

        Assert.That(details.Costliest.Select(p => p.Entry.NowNs), Is.EqualTo(Enumerable.Range(0, 25)));
    }

    [Test]
    public void Windows_EachInItsBucket()
    {
        var details = new PeriodDetails(exchangeRate: 1, limit: 100, stretch: 1);
        long[] windowsNs = [0, 50_000, 50_000, 200_000];
        Array.ForEach(windowsNs, w => details.Observe(Period(0, 1, windowNs: w)));

        Assert.That(windowsNs.Select(w => details.Windows[LogBuckets.Of(w)]), Is.EqualTo([1, 2, 2, 1]));
        Assert.That(details.Windows.Sum(), Is.EqualTo(4));
    }

    private static ReplayedPeriod Period(int vcpu, long nowNs, long wasteNs = 0, long latencyNs = 0, long windowNs = 0, bool isScored = true) => new()
    {
        Entry = new IdleEntry { Vcpu = vcpu, NowNs = nowNs },
        WindowNs = windowNs,
        Exit = default,
        ArrivalNs = 1_000,
        IsScored = isScored,
        Cost = new CostBlock(wasteNs, latencyNs),
        Accounts = default,
    };
}
