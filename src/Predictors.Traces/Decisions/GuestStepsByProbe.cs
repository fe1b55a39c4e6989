using Predictors.Abstractions;

namespace Predictors.Traces;

/// <summary>
/// Steps from the probe <c>reflect</c>, which tells the state left, its residency and the window before; the event
/// <c>guest_halt_poll_ns</c> that follows on the same CPU tells the window after. Where none follows, the rule left the
/// window as it was.
/// </summary>
internal sealed class GuestStepsByProbe : GuestSteps
{
    /// <summary>Per CPU that was seen, the halt whose decision may still follow.</summary>
    private readonly Dictionary<int, RecordedStep?> _open = [];

    public override void Take(in KernelEvent e, Queue<RecordedStep> steps)
    {
        switch (e.Kind)
        {
            case KernelEventKind.GovernorReflect:
                Complete(e.Cpu, RecordedStep.UnchangedNs, steps);
                RecordedStep step = FromReflect(in e);
                bool halt = step.Kind == RecordedStepKind.Halt;
                _open[e.Cpu] = halt ? step : null;
                if (!halt)
                {
                    steps.Enqueue(step);
                }

                break;

            case KernelEventKind.GuestHaltPollNs:
                if (!Complete(e.Cpu, e.A, steps))
                {
                    steps.Enqueue(Gap(e.Cpu, in e));
                }

                break;

            case KernelEventKind.GovernorSelectIn or KernelEventKind.SchedSwitch:
                Complete(e.Cpu, RecordedStep.UnchangedNs, steps);
                break;

            case KernelEventKind.CpuIdle:
                Complete((int)e.B, RecordedStep.UnchangedNs, steps);
                break;

            case KernelEventKind.LostEvents when _open.ContainsKey(e.Cpu):
                _open[e.Cpu] = null;
                steps.Enqueue(Gap(e.Cpu, in e));
                break;
        }
    }

    public override void End(Queue<RecordedStep> steps)
    {
        foreach (int cpu in _open.Keys.Order().ToArray())
        {
            Complete(cpu, IdleEntry.UnknownNs, steps);
        }
    }

    private static RecordedStep FromReflect(in KernelEvent e)
    {
        bool polled = e.A == 0;
        return new RecordedStep
        {
            Kind = polled ? RecordedStepKind.Poll : RecordedStepKind.Halt,
            DecisionPlace = DecisionPlace.Guest,
            Vcpu = e.Cpu,
            TimeNs = e.TimeNs,
            Place = e.Place,
            Exit = new IdleExit
            {
                IdleNs = e.B,
                PolledNs = polled ? e.B : 0,
                HaltNs = polled ? 0 : e.B,
                Caught = polled && e.B <= e.C,
                TaskRan = true,
            },
            WindowBeforeNs = e.C,
            WindowAfterNs = polled ? RecordedStep.UnchangedNs : IdleEntry.UnknownNs,
        };
    }

    private bool Complete(int cpu, long afterNs, Queue<RecordedStep> steps)
    {
        if (!_open.TryGetValue(cpu, out RecordedStep? open) || open is not { } step)
        {
            return false;
        }

        _open[cpu] = null;
        steps.Enqueue(step with { WindowAfterNs = afterNs });
        return true;
    }
}
