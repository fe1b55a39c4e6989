using Predictors.Abstractions;

namespace Predictors.Traces.Tests;

public class HostStepsTests
{
    [Test]
    public void Halt_DecisionBeforeIt_TellsInputAndBothWindows()
    {
        RecordedStep step = Read(new EventList().HostWindow(20_000, 10_000).Wakeup(51_634)).Single();

        Assert.That((step.Kind, step.DecisionPlace, step.Vcpu, step.Place), Is.EqualTo((RecordedStepKind.Halt, DecisionPlace.Host, 10, 2)));
        Assert.That((step.Exit.IdleNs, step.Exit.HaltNs, step.Exit.Caught), Is.EqualTo((51_634, 51_634, false)));
        Assert.That((step.WindowBeforeNs, step.WindowAfterNs), Is.EqualTo((10_000, 20_000)));
    }

    [Test]
    public void Halt_WokenWhilePolling_IsCaught()
    {
        IdleExit exit = Read(new EventList().Wakeup(9_000, slept: false)).Single().Exit;

        Assert.That((exit.IdleNs, exit.PolledNs, exit.HaltNs, exit.Caught), Is.EqualTo((9_000, 9_000, 0, true)));
    }

    [Test]
    public void Halt_NoDecisionBeforeIt_IsUnchanged()
    {
        RecordedStep step = Read(new EventList().HostWindow(20_000, 10_000).Wakeup(51_634).Wakeup(8_000))[1];

        Assert.That((step.Kind, step.WindowBeforeNs, step.WindowAfterNs), Is.EqualTo((RecordedStepKind.Halt, IdleEntry.UnknownNs, RecordedStep.UnchangedNs)));
    }

    [Test]
    public void Decisions_OfTwoThreads_AreKeptApart()
    {
        List<RecordedStep> steps = Read(new EventList()
            .HostWindow(10_000, 0, pid: 7).HostWindow(40_000, 20_000, pid: 8).Wakeup(60_000, pid: 8).Wakeup(50_000, pid: 7));

        Assert.That(steps.Select(s => (s.Vcpu, s.WindowAfterNs)), Is.EqualTo([(8, 40_000L), (7, 10_000L)]));
    }

    [Test]
    public void Polling_SwitchedOffByMsr_HaltsAreWithoutDecision()
    {
        List<RecordedStep> steps = Read(new EventList()
            .Wakeup(50_000).PollControl(0).Wakeup(60_000).Wakeup(70_000, pid: 11).PollControl(1).Wakeup(80_000));

        Assert.That(steps.Select(s => s.Kind), Is.EqualTo(
            [RecordedStepKind.Halt, RecordedStepKind.HaltWithoutDecision, RecordedStepKind.Halt, RecordedStepKind.Halt]));
    }

    [TestCase("1", RecordedStepKind.HaltWithoutDecision)]
    [TestCase("0", RecordedStepKind.Halt)]
    public void Polling_SwitchedOffBySetting_HaltsAreWithoutDecision(string setting, RecordedStepKind kind)
    {
        var events = new EventList().Wakeup(50_000);
        events.Settings["pollctl"] = setting;

        Assert.That(Read(events).Single().Kind, Is.EqualTo(kind));
    }

    [Test]
    public void WakeUp_Invalid_IsCountedAndLeavesGap()
    {
        var reader = new RecordedStepReader(new EventList().HostWindow(10_000, 20_000).Wakeup(15_000, valid: false));

        Assert.That(reader.Read(out RecordedStep step) ? step.Kind : default, Is.EqualTo(RecordedStepKind.Gap));
        Assert.That((reader.InvalidWakeUps, reader.HostChanges), Is.EqualTo((1, 1)));
    }

    [Test]
    public void Decisions_TwoWithoutHaltBetween_LeaveGap()
    {
        List<RecordedStep> steps = Read(new EventList().HostWindow(10_000, 0).HostWindow(20_000, 10_000).Wakeup(50_000));

        Assert.That(steps.Select(s => s.Kind), Is.EqualTo([RecordedStepKind.Gap, RecordedStepKind.Halt]));
    }

    [Test]
    public void LostEvents_OnAnyCpu_LeaveGapOnEveryThread()
    {
        List<RecordedStep> steps = Read(new EventList()
            .Wakeup(1_000, pid: 8).Wakeup(1_000, pid: 7).Add(KernelEventKind.LostEvents, cpu: 3));

        Assert.That(steps.Skip(2).Select(s => (s.Kind, s.Vcpu)), Is.EqualTo([(RecordedStepKind.Gap, 7), (RecordedStepKind.Gap, 8)]));
    }

    private static List<RecordedStep> Read(EventList events)
    {
        List<RecordedStep> steps = [];
        var reader = new RecordedStepReader(events);
        while (reader.Read(out RecordedStep step))
        {
            steps.Add(step);
        }

        return steps;
    }
}
