using Predictors.Traces;
using static Predictors.Traces.KernelEventKind;

namespace Predictors.IdlePath;

/// <summary>
/// The instants of each CPU that segments do not hold: when the tick was stopped, when the interrupt came, when the task ran. They are kept
/// until the segment that they belong to takes them.
/// </summary>
internal sealed class IdleInstants
{
    // A CPU of which no segment comes must not fill the memory.
    private const int MostKept = 1 << 16;

    private readonly Dictionary<int, Queue<IdleInstant>> _cpus = [];

    /// <summary>Whether the recording holds stops of ticks: where it holds none, a tick that is not seen to stop proves nothing.</summary>
    public bool HoldsTickStops { get; private set; }

    public void See(in KernelEvent e)
    {
        HoldsTickStops |= e.Kind == TickStop;
        if (KindOf(e) is { } kind)
        {
            Queue<IdleInstant> instants = Of(e.Cpu);
            if (instants.Count == MostKept)
            {
                instants.Dequeue();
            }

            instants.Enqueue(new IdleInstant(e.TimeNs, kind));
        }
    }

    /// <summary>The instants of a CPU that no segment has taken yet.</summary>
    public Queue<IdleInstant> Of(int cpu)
    {
        if (!_cpus.TryGetValue(cpu, out Queue<IdleInstant>? instants))
        {
            _cpus.Add(cpu, instants = []);
        }

        return instants;
    }

    private static IdleInstantKind? KindOf(in KernelEvent e) => e.Kind switch
    {
        SchedSwitch when e.B == 0 => IdleInstantKind.ToIdle,
        SchedSwitch when e.A == 0 => IdleInstantKind.Run,
        TickStop when e.A == 1 => IdleInstantKind.TickStopped,
        LostEvents or BufferStarted => IdleInstantKind.Lost,
        LocalTimerEntry or RescheduleEntry or CallFunctionEntry or IpiEntry or IrqHandlerEntry when e.Pid == 0 => IdleInstantKind.Interrupt,
        _ => null,
    };
}
