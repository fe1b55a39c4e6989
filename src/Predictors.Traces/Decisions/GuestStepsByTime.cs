using System.Runtime.InteropServices;
using Predictors.Abstractions;

namespace Predictors.Traces;

/// <summary>
/// Steps from <c>cpu_idle</c> alone: a halt lasts from the entry to its state to the exit, which is a few us longer than
/// what the kernel measured. A CPU's steps begin with its first <c>guest_halt_poll_ns</c>: before that, nothing shows that
/// the kernel follows the rule at all.
/// </summary>
internal sealed class GuestStepsByTime : GuestSteps
{
    private readonly Dictionary<int, CpuState> _cpus = [];

    public override void Take(in KernelEvent e, Queue<RecordedStep> steps)
    {
        switch (e.Kind)
        {
            case KernelEventKind.CpuIdle:
                CpuState cpu = Of((int)e.B);
                Complete(cpu, RecordedStep.UnchangedNs, steps);
                if (e.A >= 0)
                {
                    (cpu.State, cpu.EnteredNs) = (e.A, e.TimeNs);
                }
                else if (cpu.State >= 0)
                {
                    Leave(cpu, in e, steps);
                }

                break;

            case KernelEventKind.GuestHaltPollNs:
                CpuState decided = Of(e.Cpu);
                decided.RuleSeen = true;
                if (decided.Halt is null)
                {
                    steps.Enqueue(Gap(e.Cpu, in e));
                }
                else
                {
                    decided.Halt = decided.Halt.Value with { WindowBeforeNs = e.B };
                    Complete(decided, e.A, steps);
                }

                break;

            case KernelEventKind.LostEvents when _cpus.TryGetValue(e.Cpu, out CpuState? lost):
                (lost.Halt, lost.State) = (null, -1);
                if (lost.RuleSeen)
                {
                    steps.Enqueue(Gap(e.Cpu, in e));
                }

                break;
        }
    }

    public override void End(Queue<RecordedStep> steps)
    {
        foreach (int cpu in _cpus.Keys.Order())
        {
            Complete(_cpus[cpu], IdleEntry.UnknownNs, steps);
        }
    }

    private static void Leave(CpuState cpu, in KernelEvent e, Queue<RecordedStep> steps)
    {
        long lengthNs = Math.Max(0, e.TimeNs - cpu.EnteredNs);
        bool polled = cpu.State == 0;
        cpu.State = -1;
        var step = new RecordedStep
        {
            Kind = polled ? RecordedStepKind.Poll : RecordedStepKind.Halt,
            DecisionPlace = DecisionPlace.Guest,
            Vcpu = (int)e.B,
            TimeNs = e.TimeNs,
            Place = e.Place,
            Exit = new IdleExit { IdleNs = lengthNs, PolledNs = polled ? lengthNs : 0, HaltNs = polled ? 0 : lengthNs, TaskRan = true },
            WindowBeforeNs = IdleEntry.UnknownNs,
            WindowAfterNs = RecordedStep.UnchangedNs,
        };
        if (!polled)
        {
            cpu.Halt = step;
        }
        else if (cpu.RuleSeen)
        {
            steps.Enqueue(step);
        }
    }

    private static void Complete(CpuState cpu, long afterNs, Queue<RecordedStep> steps)
    {
        if (cpu.Halt is { } halt && cpu.RuleSeen)
        {
            steps.Enqueue(halt with { WindowAfterNs = afterNs });
        }

        cpu.Halt = null;
    }

    private CpuState Of(int cpu) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_cpus, cpu, out _) ??= new CpuState();

    private sealed class CpuState
    {
        /// <summary>The state that the CPU is in, or -1.</summary>
        public long State { get; set; } = -1;

        public long EnteredNs { get; set; }

        /// <summary>The halt that ended last and whose decision may still follow.</summary>
        public RecordedStep? Halt { get; set; }

        public bool RuleSeen { get; set; }
    }
}
