using Predictors.Abstractions;

namespace Predictors.IdlePath.Tests;

/// <summary>No poll window: the tick is stopped by 211 ns, HLT has exited by 518 ns, the vCPU thread is blocked by 919 ns.</summary>
public sealed class HaltTests
{
    // Waits for the timer write to end; injection 53 and another write to restart the tick, 211.
    [TestCase(WakeCause.DeviceInterrupt, 100, 111 + 53 + 211)]
    [TestCase(WakeCause.DeviceInterrupt, 211, 53 + 211)]
    [TestCase(WakeCause.Timer, 100, 111 + 89 + 53 + 211)]
    [TestCase(WakeCause.RescheduleIpi, 100, 111 + 13 + 211)]
    public void Arrival_WhileTheTickIsStopped_AbandonsTheHalt(WakeCause cause, long arrivalNs, long latencyNs)
    {
        OneIdlePeriod.Outcome outcome = new OneIdlePeriod(arrivalNs, cause).Replay();

        outcome.HasAccounts(new IdleAccounts { TransitionNs = arrivalNs, WakeUpOverheadNs = latencyNs }, latencyNs);
        Assert.That((outcome.Result.Caught, outcome.Result.Abandoned, outcome.Result.Halts), Is.EqualTo((0, 1, 0)));
        Assert.That(outcome.Result.Exits, Is.EqualTo(new ExitCounts(0, 2, 0, cause == WakeCause.Timer ? 1 : 0)));
        Assert.That(outcome.Result.IpisSpared, Is.EqualTo(cause == WakeCause.RescheduleIpi ? 1 : 0));
        Assert.That(outcome.Exit, Is.EqualTo(new IdleExit(arrivalNs + latencyNs - 211, 0, 0, caught: false, cause, taskRan: true)));
    }

    [Test]
    public void Arrival_AtTheEntry_FindsNothingBegun()
    {
        OneIdlePeriod.Outcome outcome = new OneIdlePeriod(0).Replay();

        outcome.HasAccounts(new IdleAccounts { WakeUpOverheadNs = 53 }, 53);
        Assert.That(outcome.Result.Exits.Total, Is.Zero);
        Assert.That(outcome.Result.Abandoned, Is.EqualTo(1));
    }

    // A poll of window 200 lasts 202 ns, the timer write ends at 413 ns.
    [Test]
    public void Arrival_AfterAFailedPollWhileTheTickIsStopped_AbandonsTheHalt()
    {
        OneIdlePeriod.Outcome outcome = new OneIdlePeriod(300) { WindowNs = 200 }.Replay();

        outcome.HasAccounts(
            new IdleAccounts { GuestPollFailedNs = 202, TransitionNs = 98, WakeUpOverheadNs = 113 + 53 + 211 }, 113 + 53 + 211);
        Assert.That(outcome.Exit, Is.EqualTo(new IdleExit(466, 202, 0, caught: false, WakeCause.DeviceInterrupt, taskRan: true)));
    }

    // Entry 151 + injection 53 = 204; the IPI's 229 ns run while the exit ends.
    [TestCase(WakeCause.DeviceInterrupt, 400, 118 + 204 + 211, 118 + 204 + 211)]
    [TestCase(WakeCause.Timer, 400, 118 + 204 + 211, 118 + 204 + 211)]
    [TestCase(WakeCause.RescheduleIpi, 400, 229 + 204 + 211, 118 + 204 + 211)]
    [TestCase(WakeCause.RescheduleIpi, 220, 298 + 204 + 211, 298 + 204 + 211)]
    [TestCase(WakeCause.DeviceInterrupt, 518, 204 + 211, 204 + 211)]
    public void Arrival_DuringTheHltExit_WaitsForItsEnd(WakeCause cause, long arrivalNs, long latencyNs, long overheadNs)
    {
        OneIdlePeriod.Outcome outcome = new OneIdlePeriod(arrivalNs, cause) { HostWindowNs = 1_000 }.Replay();
        bool ipi = cause == WakeCause.RescheduleIpi;

        outcome.HasAccounts(
            new IdleAccounts { TransitionNs = arrivalNs, WakeUpOverheadNs = overheadNs, WakerIpiNs = ipi ? 229 : 0 }, latencyNs);
        Assert.That(outcome.Result.Halts, Is.EqualTo(1));
        Assert.That(outcome.Result.Exits, Is.EqualTo(new ExitCounts(1, 2, ipi ? 1 : 0, 0)));
        Assert.That(outcome.Exit.HaltNs, Is.EqualTo(arrivalNs + latencyNs - 211 - 211));
        Assert.That(outcome.HostExit, Is.Null, "the host has not begun to poll");
    }

    // Wake 503 + 204 + restart 211 = 918.
    [TestCase(WakeCause.DeviceInterrupt, 819, 100 + 918, 100 + 918)]
    [TestCase(WakeCause.OtherIpi, 819, 229 + 918, 100 + 918)]
    [TestCase(WakeCause.OtherIpi, 619, 300 + 918, 300 + 918)]
    [TestCase(WakeCause.Timer, 919, 918, 918)]
    public void Arrival_WhileTheThreadBlocks_WaitsForItsEnd(WakeCause cause, long arrivalNs, long latencyNs, long overheadNs)
    {
        OneIdlePeriod.Outcome outcome = new OneIdlePeriod(arrivalNs, cause).Replay();

        outcome.HasAccounts(
            new IdleAccounts { TransitionNs = arrivalNs, WakeUpOverheadNs = overheadNs, WakerIpiNs = cause == WakeCause.OtherIpi ? 229 : 0 },
            latencyNs);
        Assert.That(outcome.Exit, Is.EqualTo(new IdleExit(arrivalNs + latencyNs - 211, 0, arrivalNs + latencyNs - 211 - 211, false, cause, true)));
    }

    // A sleep of 1,009 ns or more reaches C1 (601 ns to leave), of 5,003 ns or more C2 (2,003 ns): latency, but no CPU time.
    [TestCase(1, 0)]
    [TestCase(1_008, 0)]
    [TestCase(1_009, 601)]
    [TestCase(5_002, 601)]
    [TestCase(5_003, 2_003)]
    [TestCase(50_000_000, 2_003)]
    public void Arrival_WhileBlocked_LeavesTheCStateThatTheSleepJustifies(long asleepNs, long exitLatencyNs)
    {
        new OneIdlePeriod(919 + asleepNs).Replay().HasAccounts(
            new IdleAccounts { TransitionNs = 919, BlockedNs = asleepNs, WakeUpOverheadNs = 918 }, 918 + exitLatencyNs);
        new OneIdlePeriod(919 + asleepNs, WakeCause.RescheduleIpi).Replay().HasAccounts(
            new IdleAccounts { TransitionNs = 919, BlockedNs = asleepNs, WakeUpOverheadNs = 918, WakerIpiNs = 229 }, 229 + 918 + exitLatencyNs);
    }

    [Test]
    public void Exits_OfAHalt_AreHltTwoTimerWritesAndTheIpi()
    {
        Assert.That(new OneIdlePeriod(9_000, WakeCause.RescheduleIpi).Replay().Result.Exits, Is.EqualTo(new ExitCounts(1, 2, 1, 0)));
        Assert.That(new OneIdlePeriod(9_000, WakeCause.Timer).Replay().Result.Exits, Is.EqualTo(new ExitCounts(1, 2, 0, 0)));
    }
}
