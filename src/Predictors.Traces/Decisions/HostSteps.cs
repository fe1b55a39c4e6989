using System.Runtime.InteropServices;
using Predictors.Abstractions;

namespace Predictors.Traces;

/// <summary>
/// Gathers the steps of KVM's halt polling, per vCPU thread: <c>kvm_vcpu_wakeup</c> tells the length of a halt, and a
/// <c>kvm_halt_poll_ns</c> before it on the same thread the windows before and after. Where there is none, the rule left
/// the window as it was.
/// </summary>
/// <param name="pollingOff">
/// Whether the guests had switched polling off before the recording began; their writes to the poll-control MSR say so
/// from then on.
/// </param>
/// <param name="threads">The vCPU threads that are followed; null for all.</param>
internal sealed class HostSteps(bool pollingOff, IReadOnlySet<int>? threads)
{
    private const long PollControlMsr = 0x4b56_4d05;

    private readonly Dictionary<int, ThreadState> _threads = [];

    public long Changes { get; private set; }

    public long InvalidWakeUps { get; private set; }

    public void Take(in KernelEvent e, Queue<RecordedStep> steps)
    {
        if (threads is not null && e.Kind != KernelEventKind.LostEvents && !threads.Contains(e.Pid))
        {
            return;
        }

        switch (e.Kind)
        {
            case KernelEventKind.KvmHaltPollNs:
                ThreadState changed = Of(e.Pid);
                if (changed.Change is not null)
                {
                    steps.Enqueue(Step(RecordedStepKind.Gap, in e));
                }

                changed.Change = (e.B, e.A);
                Changes++;
                break;

            case KernelEventKind.KvmVcpuWakeup:
                steps.Enqueue(WokenUp(Of(e.Pid), in e));
                break;

            case KernelEventKind.KvmMsrWrite when e.A == PollControlMsr:
                Of(e.Pid).PollingOff = (e.B & 1) == 0;
                break;

            case KernelEventKind.LostEvents:
                // A vCPU thread may run on any CPU.
                foreach (int thread in _threads.Keys.Order())
                {
                    _threads[thread].Change = null;
                    steps.Enqueue(Step(RecordedStepKind.Gap, in e) with { Vcpu = thread });
                }

                break;
        }
    }

    private static RecordedStep Step(RecordedStepKind kind, in KernelEvent e) => new()
    {
        Kind = kind,
        DecisionPlace = DecisionPlace.Host,
        Vcpu = e.Pid,
        TimeNs = e.TimeNs,
        Place = e.Place,
        WindowBeforeNs = IdleEntry.UnknownNs,
        WindowAfterNs = RecordedStep.UnchangedNs,
    };

    private RecordedStep WokenUp(ThreadState thread, in KernelEvent e)
    {
        bool slept = e.B != 0;
        (long BeforeNs, long AfterNs)? change = thread.Change;
        thread.Change = null;
        RecordedStep step = Step(RecordedStepKind.Halt, in e) with
        {
            Exit = new IdleExit
            {
                IdleNs = e.A,
                PolledNs = slept ? 0 : e.A,
                HaltNs = slept ? e.A : 0,
                Caught = !slept,
                TaskRan = true,
            },
        };
        if (change is var (beforeNs, afterNs))
        {
            if (e.C == 0)
            {
                InvalidWakeUps++;
                return step with { Kind = RecordedStepKind.Gap };
            }

            return step with { WindowBeforeNs = beforeNs, WindowAfterNs = afterNs };
        }

        return thread.PollingOff ? step with { Kind = RecordedStepKind.HaltWithoutDecision } : step;
    }

    private ThreadState Of(int thread) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_threads, thread, out _) ??= new ThreadState { PollingOff = pollingOff };

    private sealed class ThreadState
    {
        /// <summary>The decision whose halt has not been told yet.</summary>
        public (long BeforeNs, long AfterNs)? Change { get; set; }

        public bool PollingOff { get; set; }
    }
}
