using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath.Tests;

public sealed class TickTests
{
    private static readonly ReplaySettings s_settings = new() { Costs = new IdlePathCosts(MadeUpProfile.Primes) };

    [Test]
    public void Segments_WithoutTask_LeaveTheTickStoppedAndAddNoLatency()
    {
        // Halts: 3,000 ns with the tick stopped first, 3,000 ns without, then a task runs: 211 + 307 + 401 and 307 + 401 ns of transitions.
        ReplayResult result = Replay((3_000, TaskRan: false), (3_000, TaskRan: true));

        Assert.That(result.Exits, Is.EqualTo(new ExitCounts(2, 2, 0, 0)));
        Assert.That(result.Accounts.TransitionNs, Is.EqualTo(919 + 708));
        Assert.That(result.Accounts.BlockedNs, Is.EqualTo(2_081 + 2_292));
        Assert.That(result.Accounts.WakeUpOverheadNs, Is.EqualTo(707 + 918));
        Assert.That((result.Latency.Count, result.Latency.TotalNs), Is.EqualTo((1, 601 + 918)));
    }

    [Test]
    public void Arrival_AtTheReEntryWithTheTickStopped_IsAbandonedWithoutATimerWrite()
    {
        ReplayResult result = Replay((3_000, TaskRan: false), (0, TaskRan: false), (1, TaskRan: false));

        Assert.That(result.Abandoned, Is.EqualTo(1));
        Assert.That(result.Halts, Is.EqualTo(2), "the third halts at once");
        Assert.That(result.Exits.TimerWrite, Is.EqualTo(1));
        Assert.That(result.Latency.Count, Is.Zero);
    }

    [Test]
    public void CaughtArrival_AfterAHaltWithoutTask_RestartsTheTick()
    {
        var windows = new ScriptedFactory(0, 1_000);
        ReplayResult result = Trace((3_000, false), (500, true), (3_000, true)).Replay(windows.Bind(), s_settings);

        // Stopped by the first, restarted by the second (53 + 211), stopped and restarted by the third.
        Assert.That(result.Exits, Is.EqualTo(new ExitCounts(2, 4, 0, 0)));
        Assert.That(result.Latency.TotalNs, Is.EqualTo(53 + 211 + 601 + 918));
    }

    [Test]
    public void CaughtArrivals_TickRunning_WriteNoTimer()
    {
        ReplayResult result = Trace((500, true), (600, false), (700, true)).Replay(new ScriptedFactory(1_000).Bind(), s_settings);

        Assert.That(result.Exits.Total, Is.Zero);
        Assert.That(result.Latency.TotalNs, Is.EqualTo(2 * 53));
    }

    private static ReplayResult Replay(params (long IdleNs, bool TaskRan)[] periods) => Trace(periods).Replay(new ScriptedFactory().Bind(), s_settings);

    private static MadeUpTrace Trace(params (long IdleNs, bool TaskRan)[] periods)
    {
        long nowNs = 0;
        var rows = new List<IdlePeriod>();
        foreach ((long idleNs, bool taskRan) in periods)
        {
            rows.Add(new IdlePeriod(
                nowNs, nowNs + idleNs, nowNs + idleNs, WakeCause.DeviceInterrupt, taskRan ? SegmentFlags.TaskRan : SegmentFlags.None));
            nowNs += idleNs + (taskRan ? 5_000 : 0);
        }

        return new MadeUpTrace([rows], 0, nowNs);
    }
}
