using Predictors.Abstractions;
using Predictors.IdlePath;
using Predictors.Ranking;

namespace Predictors.Reporting.Tests;

public sealed class PeriodSectionsTests
{
    [Test]
    public void Strip_OfMorePredictorsThanLanes_ShowsTheFirstAndSaysSo()
    {
        PeriodDetails[] periods = [.. Enumerable.Range(0, PeriodSections.Lanes + 2).Select(_ => Details(Period(5, 1_000), Period(5, 2_000)))];

        var strip = (StripSection)PeriodSections.Strip("a.wake", periods, " Because.").Single();

        Assert.That(strip.Title, Is.EqualTo("vCPU 5 of a.wake, decision by decision"));
        Assert.That(strip.Lanes.Select(l => l.Contender), Is.EqualTo(Enumerable.Range(0, PeriodSections.Lanes)));
        Assert.That(strip.Text, Does.StartWith("The first 2 scored idle periods of the vCPU that has the most, under the first 8 of the 10 predictors. Because."));
    }

    [Test]
    public void Strip_PredictorsThatNobodyWatched_HaveNoLane()
    {
        var strip = (StripSection)PeriodSections.Strip("a.wake", [null, Details(Period(0, 1_000)), Details()]).Single();

        Assert.That(strip.Lanes.Select(l => l.Contender), Is.EqualTo([1]));
        Assert.That(PeriodSections.Strip("a.wake", [null, Details()]), Is.Empty);
    }

    [Test]
    public void Costliest_Rows_GiveWhatHappenedAndWhatItCost()
    {
        PeriodDetails details = Details(
            Period(0, 1_500_000_000, windowNs: 50_000, arrivalNs: 70_000, exit: new IdleExit(80_000, 50_000, 30_000, caught: false, WakeCause.RescheduleIpi, taskRan: true), wasteNs: 61_000, latencyNs: 9_000),
            Period(1, 2_000_000_000, windowNs: 50_000, arrivalNs: 20_000, exit: new IdleExit(20_100, 20_000, 0, caught: true, WakeCause.Timer, taskRan: true), wasteNs: 20_000, latencyNs: 100));

        var table = (TableSection)PeriodSections.Costliest("a.wake", "haltpoll", details, exchangeRate: 2, all: false).Single();

        Assert.That(table.Text, Is.EqualTo("Under haltpoll, among the first 2 scored idle periods of a.wake. Cost = CPU waste + 2 x wake-up latency."));
        Assert.That(table.Rows.Select(r => r.ToArray()), Is.EqualTo((PageCell[][])
        [
            [Of(1.5), Of(0), Of(70), PageCell.Of("reschedule-ipi"), Of(50), PageCell.Of("polled in vain, halted"), Of(61), Of(9), Of(79)],
            [Of(2), Of(1), Of(20), PageCell.Of("timer"), Of(50), PageCell.Of("caught while polling"), Of(20), Of(0.1), Of(20.2)],
        ]));
    }

    [Test]
    public void Costliest_OfAll_SaysSo_OfNone_IsLeftOut()
    {
        var table = (TableSection)PeriodSections.Costliest("a.wake", "halt", Details(Period(0, 1)), exchangeRate: 1, all: true).Single();

        Assert.That(table.Text, Does.Contain("among all 1 scored idle periods"));
        Assert.That(PeriodSections.Costliest("a.wake", "halt", Details(), exchangeRate: 1, all: true), Is.Empty);
        Assert.That(PeriodSections.Costliest("a.wake", "halt", null, exchangeRate: 1, all: true), Is.Empty);
    }

    private static PageCell Of(double value) => PageCell.Of(value);

    private static PeriodDetails Details(params ReplayedPeriod[] periods)
    {
        var details = new PeriodDetails(exchangeRate: 2, limit: 100, stretch: 100);
        Array.ForEach(periods, p => details.Observe(p));
        return details;
    }

    private static ReplayedPeriod Period(
        int vcpu, long nowNs, long windowNs = 0, long arrivalNs = 1_000, IdleExit exit = default, long wasteNs = 0, long latencyNs = 0) => new()
    {
        Entry = new IdleEntry { Vcpu = vcpu, NowNs = nowNs },
        WindowNs = windowNs,
        Exit = exit,
        ArrivalNs = arrivalNs,
        IsScored = true,
        Cost = new CostBlock(wasteNs, latencyNs),
        Accounts = default,
    };
}
