using Predictors.Abstractions;

namespace Predictors.IdlePath.Tests;

/// <summary>One wake-up by a device 3,000 ns after the entry, met by a window of 5,000 ns in each place: what a catch saves.</summary>
public sealed class PollPlaceTests
{
    private static readonly OneIdlePeriod s_period = new(3_000) { WindowNs = 5_000 };

    [Test]
    public void Poll_BeforeTheTickIsStopped_SavesEverything()
    {
        OneIdlePeriod.Outcome outcome = s_period.Replay();

        outcome.HasAccounts(new IdleAccounts { GuestPollCaughtNs = 3_000, WakeUpOverheadNs = 53 }, latencyNs: 53);
        Assert.That(outcome.Result.Exits.Total, Is.Zero);
    }

    [Test]
    public void Poll_InTheHaltRoutine_SavesTheHaltAndNotTheTimerWrites()
    {
        OneIdlePeriod.Outcome outcome = (s_period with { Setup = new MachineSetup { PollPlace = PollPlace.InHalt } }).Replay();

        outcome.HasAccounts(
            new IdleAccounts { TransitionNs = 211, GuestPollCaughtNs = 2_789, WakeUpOverheadNs = 53 + 211 }, latencyNs: 53 + 211);
        Assert.That(outcome.Result.Exits, Is.EqualTo(new ExitCounts(0, 2, 0, 0)));
    }

    [TestCase(100, 211)]
    [TestCase(211, 211)]
    public void Poll_InTheHaltRoutineArrivalWhileTheTickIsStopped_IsSeenAtTheFirstLook(long arrivalNs, long stopNs)
    {
        OneIdlePeriod.Outcome outcome = (s_period with { ArrivalNs = arrivalNs, Setup = new MachineSetup { PollPlace = PollPlace.InHalt } }).Replay();

        long lateNs = stopNs - arrivalNs;
        outcome.HasAccounts(
            new IdleAccounts { TransitionNs = arrivalNs, WakeUpOverheadNs = lateNs + 53 + 211 }, latencyNs: lateNs + 53 + 211);
    }

    [Test]
    public void Poll_InTheHost_SavesTheBlockAlone()
    {
        OneIdlePeriod.Outcome outcome = (s_period with { Setup = new MachineSetup { PollPlace = PollPlace.Host } }).Replay();

        outcome.HasAccounts(
            new IdleAccounts { TransitionNs = 211 + 307, HostPollCaughtNs = 2_482, WakeUpOverheadNs = 151 + 53 + 211 }, latencyNs: 151 + 53 + 211);
        Assert.That(outcome.Result.Exits, Is.EqualTo(new ExitCounts(1, 2, 0, 0)));
    }

    [Test]
    public void Poll_Nowhere_IsNotDoneWhateverTheWindows()
    {
        OneIdlePeriod.Outcome outcome = (s_period with { HostWindowNs = 5_000, Setup = new MachineSetup { PollPlace = PollPlace.None } }).Replay();

        outcome.HasAccounts(
            new IdleAccounts { TransitionNs = 211 + 307 + 401, BlockedNs = 2_081, WakeUpOverheadNs = 503 + 151 + 53 + 211 },
            latencyNs: 601 + 503 + 151 + 53 + 211);
    }

    [TestCase(PollPlace.BeforeTickStop, 0, 2_081)]
    [TestCase(PollPlace.Both, 2_482, 0)]
    public void Poll_InBoth_IsDoneByTheHostEvenWhereTheGuestSwitchesItOff(PollPlace place, long hostPollNs, long blockedNs)
    {
        var guest = new ScriptedFactory(0) { Description = new PredictorDescription("off", "Never polls.") { SwitchesHostPollingOff = true } };
        var settings = new ReplaySettings
        {
            Costs = new IdlePathCosts(MadeUpProfile.Primes, new MachineSetup { PollPlace = place }),
            HostPolling = new ScriptedFactory(5_000).Bind(),
        };
        IdleAccounts accounts = MadeUpTrace.Of([3_000]).Replay(guest.Bind(), settings).Accounts;

        Assert.That((accounts.HostPollNs, accounts.BlockedNs), Is.EqualTo((hostPollNs, blockedNs)));
    }
}
