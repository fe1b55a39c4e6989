using Predictors.Abstractions;

namespace Predictors.IdlePath.Tests;

/// <summary>No poll window in the guest: the host begins to poll 518 ns after the entry.</summary>
public sealed class HostPollTests
{
    // Entry 151 + injection 53 + restart 211 = 415; the host polls on until the IPI is there, 229.
    [TestCase(WakeCause.DeviceInterrupt, 182, 415)]
    [TestCase(WakeCause.Timer, 1_000, 415)]
    [TestCase(WakeCause.RescheduleIpi, 182, 229 + 415)]
    public void Arrival_WithinTheHostsWindow_IsCaughtThere(WakeCause cause, long waitedNs, long latencyNs)
    {
        OneIdlePeriod.Outcome outcome = new OneIdlePeriod(518 + waitedNs, cause) { HostWindowNs = 1_000 }.Replay();

        outcome.HasAccounts(
            new IdleAccounts
            {
                TransitionNs = 518,
                HostPollCaughtNs = waitedNs,
                WakeUpOverheadNs = latencyNs,
                WakerIpiNs = cause == WakeCause.RescheduleIpi ? 229 : 0,
            },
            latencyNs);
        Assert.That((outcome.Result.Caught, outcome.Result.Halts, outcome.Result.HostCaught), Is.EqualTo((0, 1, 1)));
        Assert.That(outcome.HostExit!.Value.Caught, Is.True);
        Assert.That(outcome.HostExit!.Value.PolledNs, Is.EqualTo(waitedNs));
        Assert.That(outcome.HostExit!.Value.HaltNs, Is.Zero);
    }

    // The poll fails after 1,000 ns and the thread is blocked 401 ns later.
    [TestCase(WakeCause.DeviceInterrupt, 150, 0, 251 + 918, 251 + 918)]
    [TestCase(WakeCause.RescheduleIpi, 150, 0, 251 + 918, 251 + 918)]
    [TestCase(WakeCause.RescheduleIpi, 300, 0, 229 + 918, 101 + 918)]
    [TestCase(WakeCause.DeviceInterrupt, 701, 300, 918, 918)]
    [TestCase(WakeCause.DeviceInterrupt, 1_410, 1_009, 601 + 918, 918)]
    public void Arrival_AfterTheHostsWindow_FindsTheThreadBlocked(WakeCause cause, long afterWindowNs, long blockedNs, long latencyNs, long overheadNs)
    {
        OneIdlePeriod.Outcome outcome = new OneIdlePeriod(1_518 + afterWindowNs, cause) { HostWindowNs = 1_000 }.Replay();

        outcome.HasAccounts(
            new IdleAccounts
            {
                TransitionNs = 518 + afterWindowNs - blockedNs,
                HostPollFailedNs = 1_000,
                BlockedNs = blockedNs,
                WakeUpOverheadNs = overheadNs,
                WakerIpiNs = cause == WakeCause.RescheduleIpi ? 229 : 0,
            },
            latencyNs);
        Assert.That((outcome.Result.Halts, outcome.Result.HostCaught), Is.EqualTo((1, 0)));
        Assert.That(outcome.HostExit!.Value.Caught, Is.False);
        Assert.That(outcome.HostExit!.Value.PolledNs, Is.EqualTo(1_000));
    }

    // Until the thread runs, as KVM measures it: wake 503, C1 601, the IPI 229; entry and injection come later.
    [TestCase(WakeCause.DeviceInterrupt, 182, 182, 0)]
    [TestCase(WakeCause.RescheduleIpi, 182, 182 + 229, 0)]
    [TestCase(WakeCause.DeviceInterrupt, 1_150, 1_150 + 251 + 503, 904)]
    [TestCase(WakeCause.DeviceInterrupt, 1_701, 1_701 + 503, 1_204)]
    [TestCase(WakeCause.DeviceInterrupt, 2_410, 2_410 + 601 + 503, 2_514)]
    [TestCase(WakeCause.RescheduleIpi, 2_410, 2_410 + 229 + 601 + 503, 2_743)]
    public void HostRule_AtTheEndOfAHalt_IsToldHowLongTheThreadWaited(WakeCause cause, long waitedNs, long idleNs, long sleptNs)
    {
        IdleExit exit = new OneIdlePeriod(518 + waitedNs, cause) { HostWindowNs = 1_000 }.Replay().HostExit!.Value;

        Assert.That((exit.IdleNs, exit.HaltNs, exit.Cause, exit.TaskRan), Is.EqualTo((idleNs, sleptNs, cause, true)));
    }

    [Test]
    public void HostRule_GuestSwitchesItOff_IsNotAsked()
    {
        var host = new ScriptedFactory(1_000) { Seen = [] };
        var guest = new ScriptedFactory { Description = new("scripted", "Never polls.") { SwitchesHostPollingOff = true } };
        ReplayResult result = MadeUpTrace.Of([1_000, 2_000]).Replay(
            guest.Bind(), new ReplaySettings { Costs = new IdlePathCosts(MadeUpProfile.Primes), HostPolling = host.Bind() });

        Assert.That(host.Seen, Is.Empty);
        Assert.That(result.Accounts.HostPollNs, Is.Zero);
    }

    [Test]
    public void HostRule_AtEachHalt_IsToldWhenAndHowLongTheThreadRan()
    {
        var host = new ScriptedFactory(1_000) { Seen = [] };
        MadeUpTrace.Of([1_000, 2_000], busyNs: 10_000).Replay(
            new ScriptedFactory().Bind(), new ReplaySettings { Costs = new IdlePathCosts(MadeUpProfile.Primes), HostPolling = host.Bind() });

        // The thread polls at the first arrival, at 1,000; the second halt has exited at 11,000 + 518.
        Assert.That(host.Seen.Select(d => d.Entry.NowNs), Is.EqualTo([518, 11_518]));
        Assert.That(host.Seen.Select(d => d.Entry.BusyNs), Is.EqualTo([IdleEntry.UnknownNs, 11_518 - 1_000]));
        Assert.That(host.Seen.Select(d => d.Entry.NextTimerNs), Is.All.EqualTo(IdleEntry.UnknownNs));
    }
}
