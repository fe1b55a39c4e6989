using Predictors.Abstractions;

namespace Predictors.IdlePath.Tests;

/// <summary>A decision takes 41 ns.</summary>
public sealed class DecisionCostTests
{
    [Test]
    public void Arrival_AfterTheDecision_ShortensThePoll()
    {
        OneIdlePeriod.Outcome outcome = Decide(500, WakeCause.RescheduleIpi, windowNs: 1_000);

        // Polled for 459 ns, 3 ns before a PAUSE.
        outcome.HasAccounts(new IdleAccounts { TransitionNs = 41, GuestPollCaughtNs = 459, WakeUpOverheadNs = 16 }, 16);
        Assert.That(outcome.Exit, Is.EqualTo(new IdleExit(516, 459, 0, caught: true, WakeCause.RescheduleIpi, taskRan: true)));
    }

    [Test]
    public void Arrival_DuringTheDecision_IsCaughtAtItsEnd()
    {
        OneIdlePeriod.Outcome outcome = Decide(30, WakeCause.RescheduleIpi, windowNs: 1_000);

        outcome.HasAccounts(new IdleAccounts { TransitionNs = 30, WakeUpOverheadNs = 11 + 13 }, 11 + 13);
        Assert.That(outcome.Result.Caught, Is.EqualTo(1));
        Assert.That(outcome.Exit, Is.EqualTo(new IdleExit(54, 0, 0, caught: true, WakeCause.RescheduleIpi, taskRan: true)));
    }

    [TestCase(30, 11)]
    [TestCase(41, 0)]
    public void Arrival_DuringTheDecisionToHalt_LeavesTheTickAlone(long arrivalNs, long lateNs)
    {
        OneIdlePeriod.Outcome outcome = Decide(arrivalNs, WakeCause.DeviceInterrupt, windowNs: 0);

        outcome.HasAccounts(new IdleAccounts { TransitionNs = arrivalNs, WakeUpOverheadNs = lateNs + 53 }, lateNs + 53);
        Assert.That(outcome.Result.Abandoned, Is.EqualTo(1));
        Assert.That(outcome.Result.Exits.Total, Is.Zero);
    }

    [Test]
    public void Arrival_RightAfterTheDecisionToHalt_MeetsTheTimerWrite()
    {
        OneIdlePeriod.Outcome outcome = Decide(42, WakeCause.DeviceInterrupt, windowNs: 0);

        outcome.HasAccounts(new IdleAccounts { TransitionNs = 42, WakeUpOverheadNs = 210 + 53 + 211 }, 210 + 53 + 211);
    }

    [Test]
    public void Halt_AfterADecision_ComesLater()
    {
        OneIdlePeriod.Outcome outcome = Decide(41 + 919 + 300, WakeCause.DeviceInterrupt, windowNs: 0);

        outcome.HasAccounts(new IdleAccounts { TransitionNs = 41 + 919, BlockedNs = 300, WakeUpOverheadNs = 918 }, 918);
    }

    [TestCase(-1)]
    [TestCase(1_000_000_001)]
    public void DeclaredCost_OutOfRange_IsAFaultThatNamesIt(long decisionNs) =>
        Assert.That(
            () => Decide(500, WakeCause.Timer, windowNs: 0, decisionNs),
            Throws.InstanceOf<PredictorFaultException>().With.Message.EqualTo($"declared a decision cost of {decisionNs} ns; it is 0 to 1000000000 ns"));

    private static OneIdlePeriod.Outcome Decide(long arrivalNs, WakeCause cause, long windowNs, long decisionNs = 41) =>
        new OneIdlePeriod(arrivalNs, cause) { WindowNs = windowNs, DecisionNs = decisionNs }.Replay();
}
