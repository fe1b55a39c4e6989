using Predictors.Abstractions;
using Predictors.IdlePath;
using Predictors.IdlePath.Tests;
using Predictors.Traces;

namespace Predictors.Ranking.Tests;

/// <summary>
/// Sums by hand on a machine whose every cost is another prime: tick stop 211, HLT exit 307 and block 401 come before the sleep (919);
/// wake 503, entry 151, injection 53 and tick restart 211 after it (918).
/// </summary>
public sealed class ClairvoyantBoundTests
{
    // Polling through costs the idle length and twice what follows (waste and latency, rate 1); the longest sleep 919 + 2 x 918 and its C-state.
    [TestCase(500, WakeCause.DeviceInterrupt, 500 + (2 * 53))]
    [TestCase(500, WakeCause.Timer, 500 + (2 * 142))]
    [TestCase(500, WakeCause.RescheduleIpi, 500 + (2 * 13))]
    [TestCase(2_649, WakeCause.DeviceInterrupt, 2_649 + (2 * 53))]
    [TestCase(50_000, WakeCause.DeviceInterrupt, 919 + (2 * 918) + 2_003)]
    [TestCase(50_000, WakeCause.RescheduleIpi, 919 + (2 * 918) + 2_003 + (2 * 229))]
    // Asleep for 4,081 ns: C1. The timer costs less after a sleep than while polling: no expiry exit.
    [TestCase(5_000, WakeCause.DeviceInterrupt, 919 + (2 * 918) + 601)]
    [TestCase(5_000, WakeCause.Timer, 919 + (2 * 918) + 601)]
    // Asleep for 5,081 ns it would be C2: better to poll on for 79 ns and stay in C1.
    [TestCase(6_000, WakeCause.DeviceInterrupt, 919 + 79 + (2 * 918) + 601)]
    public void Cost_OfOneIdlePeriod_IsTheCheapestOfPollingAndSleeping(long idleNs, WakeCause cause, double costNs) =>
        Assert.That(Bound([(idleNs, cause, true)]).CostNs, Is.EqualTo(costNs));

    [Test]
    public void Cost_WithoutTask_HasNoLatencyAndNoTickRestart()
    {
        Assert.That(Bound([(500, WakeCause.Unknown, false)]).CostNs, Is.EqualTo(500 + 53));
        Assert.That(Bound([(50_000, WakeCause.Unknown, false)]).CostNs, Is.EqualTo(919 + 707));
    }

    [Test]
    public void Cost_AfterASegmentWithoutTask_NeedsNoTickStop() =>
        Assert.That(Bound([(500, WakeCause.Unknown, false), (50_000, WakeCause.Unknown, true)]).CostNs, Is.EqualTo(553 + 708 + (2 * 918) + 2_003));

    [TestCase(0, 919 + 918)]
    [TestCase(0.5, 919 + (1.5 * 918) + (0.5 * 2_003))]
    [TestCase(10, 919 + (11 * 918) + (10 * 2_003))]
    public void Cost_ByExchangeRate_WeighsTheLatency(double rate, double costNs) =>
        Assert.That(Bound([(50_000, WakeCause.Unknown, true)], rate).CostNs, Is.EqualTo(costNs));

    [Test]
    public void Cost_PartNotScored_IsLeftOut()
    {
        ClairvoyantResult result = Bound([(500, WakeCause.Unknown, true), (600, WakeCause.Unknown, true)], scoreFromNs: 1);

        Assert.That(result.CostNs, Is.EqualTo(600 + (2 * 53)));
    }

    [Test]
    public void Cost_OnAMachineWithOneCost_IsReachedByTheBestWindows()
    {
        // Halting costs 2 x 3,000 ns in all: periods up to that are polled through, the others halt at once.
        long[] idles = [100, 3_000, 5_999, 6_000, 6_001, 90_000];
        var settings = new ReplaySettings { Costs = new IdlePathCosts(MadeUpProfile.Of(hostWakeNs: 3_000)) };
        MadeUpTrace trace = MadeUpTrace.Of(idles);
        ReplayResult best = trace.Replay(new ScriptedFactory([.. idles.Select(i => i <= 6_000 ? i : 0)]).Bind(), settings);

        Assert.That(Of(trace, settings, 1).CostNs, Is.EqualTo(best.CostNs(1)).And.EqualTo(100 + 3_000 + 5_999 + (3 * 6_000)));
    }

    private static ClairvoyantResult Bound(
        (long IdleNs, WakeCause Cause, bool TaskRan)[] periods, double rate = 1, long? scoreFromNs = null)
    {
        long nowNs = 0;
        var rows = new List<IdlePeriod>();
        foreach ((long idleNs, WakeCause cause, bool taskRan) in periods)
        {
            rows.Add(new IdlePeriod(nowNs, nowNs + idleNs, nowNs + idleNs, cause, taskRan ? SegmentFlags.TaskRan : SegmentFlags.None));
            nowNs += idleNs;
        }

        var settings = new ReplaySettings { Costs = new IdlePathCosts(MadeUpProfile.Primes), ScoreFromNs = scoreFromNs };
        return Of(new MadeUpTrace([rows], 0, nowNs), settings, rate);
    }

    private static ClairvoyantResult Of(MadeUpTrace trace, ReplaySettings settings, double rate)
    {
        var bound = new ClairvoyantBound(settings, rate);
        foreach (SegmentChunk chunk in trace.Chunks())
        {
            bound.Feed(chunk);
        }

        return bound.Complete();
    }
}
