using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath.Tests;

/// <summary>
/// A periodic timer under the four timer paths, by hand: a thousand idle periods of 3,000 ns, each ended by the timer that was the next one at its
/// entry, with a task after each and 1,000 ns of work; the next tick is never near.
/// </summary>
public sealed class TimerPathTests
{
    private const int Periods = 1_000;

    // A halt is preceded by the tick's stop and followed by its restart; a timer that expires while the vCPU sleeps has no exit.
    [TestCase(TimerPath.TscDeadline, 0, 1_000, 2_000, 0)]
    [TestCase(TimerPath.PreemptionTimer, 0, 1_000, 2_000, 0)]
    [TestCase(TimerPath.PostedInterrupt, 0, 1_000, 2_000, 0)]
    [TestCase(TimerPath.Exitless, 0, 1_000, 0, 0)]
    // A guest that polls leaves its tick alone; only its own pCPU's timer takes it out of the guest.
    [TestCase(TimerPath.TscDeadline, 5_000, 0, 0, 1_000)]
    [TestCase(TimerPath.PreemptionTimer, 5_000, 0, 0, 1_000)]
    [TestCase(TimerPath.PostedInterrupt, 5_000, 0, 0, 0)]
    [TestCase(TimerPath.Exitless, 5_000, 0, 0, 0)]
    public void Exits_OfAPeriodicTimer_AreAsReckonedByHand(TimerPath path, long windowNs, long hlt, long timerWrite, long timerExpiry) =>
        Assert.That(Replay(path, windowNs).Exits, Is.EqualTo(new ExitCounts(hlt, timerWrite, 0, timerExpiry)));

    // Asleep in C1 (601): host wake 503, entry 151, injection 53. Elsewhere 163 more until the pCPU knows; the switch of timers takes 3.
    [TestCase(TimerPath.TscDeadline, 0, 1_308)]
    [TestCase(TimerPath.PreemptionTimer, 0, 1_311)]
    [TestCase(TimerPath.PostedInterrupt, 0, 1_471)]
    [TestCase(TimerPath.Exitless, 0, 1_471)]
    // Polling: the expiry's exit (89, or 41 of the preemption timer) or the posted interrupt (163), and the injection 53.
    [TestCase(TimerPath.TscDeadline, 5_000, 142)]
    [TestCase(TimerPath.PreemptionTimer, 5_000, 94)]
    [TestCase(TimerPath.PostedInterrupt, 5_000, 216)]
    [TestCase(TimerPath.Exitless, 5_000, 216)]
    public void Lateness_OfAPeriodicTimer_IsAsReckonedByHand(TimerPath path, long windowNs, long latenessNs)
    {
        LatencyHistogram lateness = Replay(path, windowNs).TimerLateness!;

        Assert.That((lateness.Count, lateness.TotalNs, lateness.MaxNs), Is.EqualTo((Periods, Periods * latenessNs, latenessNs)));
    }

    [Test]
    public void Exitless_AgentThatNeverLooksInTime_ExitsAtEveryWrite()
    {
        ReplayResult result = Replay(TimerPath.Exitless, 0, scanPeriodNs: 1_000_000_000, tickNs: 100_000);

        Assert.That((result.Exits.TimerWrite, result.TimerWrites), Is.EqualTo((2_000, 2_000)));
        Assert.That(result.Accounts.TransitionNs, Is.EqualTo(Periods * (5 + 211 + 307 + 401L)), "a store, and an exit on top");
    }

    [Test]
    public void Agent_SharedByVcpus_IsBorneInParts()
    {
        long spanNs = Trace().LastNs;

        Assert.That(Replay(TimerPath.Exitless, 0).Accounts.AgentNs, Is.EqualTo(spanNs), "alone");
        Assert.That(Replay(TimerPath.Exitless, 0, agentVcpus: 40).Accounts.AgentNs, Is.EqualTo(spanNs / 40));
        Assert.That(Replay(TimerPath.PostedInterrupt, 0).Accounts.AgentNs, Is.Zero);
        Assert.That(Replay(TimerPath.PostedInterrupt, 0).Accounts.HousekeepingNs, Is.EqualTo(Periods * 163L));
    }

    [Test]
    public void BusyWrites_OfTheTrace_AreCountedAndExitUnlessTheyLeadFarEnough()
    {
        // Each idle period comes after two writes; their lead is that of the next timer, 3,000 ns.
        Assert.That(Busy(TimerPath.TscDeadline, 1_000), Is.EqualTo((2_000, 2_000)));
        Assert.That(Busy(TimerPath.Exitless, 1_000), Is.EqualTo((2_000, 0)));
        Assert.That(Busy(TimerPath.Exitless, 12_000).Exits, Is.EqualTo(2_000 * (1 - (3_000.0 / 12_000))).Within(25), "1 - lead / scan period");
    }

    private static (long Writes, long Exits) Busy(TimerPath path, long scanPeriodNs)
    {
        ReplayResult result = Replay(path, 0, scanPeriodNs);
        return (result.BusyTimerWrites, result.BusyTimerWriteExits);
    }

    private static ReplayResult Replay(TimerPath path, long windowNs, long scanPeriodNs = 1_000, int? agentVcpus = null, long tickNs = 1_000_000_000)
    {
        MachineProfile profile = MadeUpProfile.Primes with { ModeCosts = RandomMachines.Modes, TickPeriod = new ProfilePeriod(tickNs, "made up") };
        var setup = new MachineSetup { Timer = path, ScanPeriodNs = scanPeriodNs, AgentVcpus = agentVcpus, FollowsTimers = true };
        return Trace().Replay(new ScriptedFactory(windowNs).Bind(), new ReplaySettings { Costs = new IdlePathCosts(profile, setup) });
    }

    private static MadeUpTrace Trace()
    {
        MadeUpTrace trace = MadeUpTrace.Of(Enumerable.Repeat(3_000L, Periods));
        return trace with { Vcpus = [[.. trace.Vcpus[0].Select(p => p with { Cause = WakeCause.Timer, NextTimerNs = 3_000, TimerWrites = 2 })]] };
    }
}
