using Predictors.Abstractions;

namespace Predictors.Traces.Tests;

public class GuestStepsTests
{
    [Test]
    public void Halt_DecisionFollows_TellsInputAndBothWindows()
    {
        RecordedStep step = Single(new EventList().Reflect(1, 96_790, 50_000, cpu: 1).GuestWindow(100_000, 50_000, cpu: 1));

        Assert.That((step.Kind, step.DecisionPlace, step.Vcpu, step.Place), Is.EqualTo((RecordedStepKind.Halt, DecisionPlace.Guest, 1, 1)));
        Assert.That((step.Exit.HaltNs, step.Exit.IdleNs, step.Exit.PolledNs, step.Exit.Caught), Is.EqualTo((96_790, 96_790, 0, false)));
        Assert.That((step.WindowBeforeNs, step.WindowAfterNs), Is.EqualTo((50_000, 100_000)));
    }

    [TestCase(KernelEventKind.GovernorSelectIn)]
    [TestCase(KernelEventKind.GovernorReflect)]
    [TestCase(KernelEventKind.CpuIdle)]
    [TestCase(KernelEventKind.SchedSwitch)]
    public void Halt_CpuGoesOnWithoutDecision_IsUnchanged(KernelEventKind next)
    {
        RecordedStep step = Steps(new EventList().Reflect(1, 40_000, 50_000).Add(next))[0];

        Assert.That(step.WindowAfterNs, Is.EqualTo(RecordedStep.UnchangedNs));
    }

    [Test]
    public void Halt_RecordingEnds_LeavesOutcomeUnknown() =>
        Assert.That(Single(new EventList().Reflect(1, 40_000, 50_000)).WindowAfterNs, Is.EqualTo(IdleEntry.UnknownNs));

    [Test]
    public void Halt_OtherCpuDecidesFirst_KeepsThemApart()
    {
        List<RecordedStep> steps = Steps(new EventList()
            .Reflect(1, 300_000, 0, cpu: 0).Reflect(1, 60_000, 0, cpu: 1)
            .GuestWindow(50_000, 0, cpu: 1).GuestWindow(0, 0, cpu: 0));

        Assert.That(steps.Select(s => (s.Vcpu, s.Exit.HaltNs, s.WindowAfterNs)), Is.EqualTo([(1, 60_000L, 50_000L), (0, 300_000L, 0L)]));
    }

    [TestCase(40_000, true)]
    [TestCase(51_000, false)]
    public void Poll_ByLength_IsCaughtOrTimedOut(long lengthNs, bool caught)
    {
        RecordedStep step = Single(new EventList().Reflect(0, lengthNs, 50_000));

        Assert.That((step.Kind, step.Exit.PolledNs, step.Exit.HaltNs, step.Exit.Caught), Is.EqualTo((RecordedStepKind.Poll, lengthNs, 0, caught)));
    }

    [Test]
    public void Decision_WithoutReflect_IsGap()
    {
        List<RecordedStep> steps = Steps(new EventList().Reflect(1, 60_000, 0).GuestWindow(50_000, 0).GuestWindow(100_000, 50_000));

        Assert.That(steps.Select(s => s.Kind), Is.EqualTo([RecordedStepKind.Halt, RecordedStepKind.Gap]));
    }

    [Test]
    public void LostEvents_AfterReflect_DropItAndLeaveGap()
    {
        List<RecordedStep> steps = Steps(new EventList().Reflect(1, 60_000, 0).Add(KernelEventKind.LostEvents, 5).Reflect(1, 70_000, 0));

        Assert.That(steps.Select(s => s.Kind), Is.EqualTo([RecordedStepKind.Gap, RecordedStepKind.Halt]));
    }

    [Test]
    public void ByTime_DecisionsTraced_UsesTimesOfIdleState()
    {
        var events = new EventList().Idle(1, 60_000).GuestWindow(50_000, 0).Idle(0, 20_000).Idle(1, 40_000).Idle(1, 90_000).GuestWindow(100_000, 50_000);
        var reader = new RecordedStepReader(events);
        List<RecordedStep> steps = Read(reader);

        Assert.That(reader.GuestInputsAreApproximate, Is.True);
        Assert.That(steps.Select(s => (s.Kind, s.Exit.IdleNs, s.WindowBeforeNs, s.WindowAfterNs)), Is.EqualTo([
            (RecordedStepKind.Halt, 60_000, 0, 50_000),
            (RecordedStepKind.Poll, 20_000, IdleEntry.UnknownNs, RecordedStep.UnchangedNs),
            (RecordedStepKind.Halt, 40_000, IdleEntry.UnknownNs, RecordedStep.UnchangedNs),
            (RecordedStepKind.Halt, 90_000, 50_000, 100_000),
        ]));
    }

    [Test]
    public void ByTime_NoDecisionTraced_HasNoSteps() =>
        Assert.That(Steps(new EventList().Idle(1, 60_000).Idle(2, 900_000).Idle(1, 60_000)), Is.Empty);

    [Test]
    public void ByTime_LostEvents_DropOpenHalt()
    {
        List<RecordedStep> steps = Steps(new EventList()
            .Idle(1, 60_000).GuestWindow(50_000, 0).Idle(1, 60_000).Add(KernelEventKind.LostEvents).GuestWindow(100_000, 50_000));

        Assert.That(steps.Select(s => s.Kind), Is.EqualTo([RecordedStepKind.Halt, RecordedStepKind.Gap, RecordedStepKind.Gap]));
    }

    [Test]
    public void Events_MoreThanOneBuffer_AllAreRead()
    {
        var events = new EventList();
        for (int i = 0; i < 3_000; i++)
        {
            events.Reflect(1, 60_000 + i, 0).Add(KernelEventKind.Other);
        }

        Assert.That(Steps(events).Select(s => s.Exit.HaltNs), Is.EqualTo(Enumerable.Range(0, 3_000).Select(i => 60_000L + i)));
    }

    private static RecordedStep Single(EventList events) => Steps(events).Single();

    private static List<RecordedStep> Steps(EventList events) => Read(new RecordedStepReader(events));

    private static List<RecordedStep> Read(RecordedStepReader reader)
    {
        List<RecordedStep> steps = [];
        while (reader.Read(out RecordedStep step))
        {
            steps.Add(step);
        }

        return steps;
    }
}
