using Predictors.Traces;
using static Predictors.Traces.KernelEventKind;

namespace Predictors.IdlePath;

/// <summary>
/// How long a wake-up by a store takes until the task runs: the CPU polled, or was caught on its way into the halt. Only on CPUs that record
/// their switches away from the idle task.
/// </summary>
/// <param name="samples">Where the times go.</param>
internal sealed class CaughtWakes(WakeSamples samples)
{
    private readonly Dictionary<int, Waiting> _cpus = [];
    private bool _holdsTickStops;

    public void See(in KernelEvent e)
    {
        _holdsTickStops |= e.Kind == TickStop;
        switch (e.Kind)
        {
            case WakeIdleWithoutIpi when e.A != e.Cpu && _cpus.TryGetValue((int)e.A, out Waiting idle) && !idle.IsStored:
                _cpus[(int)e.A] = idle with { IsStored = true, StoredNs = e.TimeNs };
                break;
            case SchedSwitch when e.B == 0:
                _cpus[e.Cpu] = default;
                break;
            case SchedSwitch when e.A == 0:
                Run(e);
                break;
            case TickStop when e.A == 1 && _cpus.TryGetValue(e.Cpu, out Waiting idle):
                _cpus[e.Cpu] = idle with { IsTickStopped = true };
                break;
            case LocalTimerEntry or RescheduleEntry or CallFunctionEntry or IrqHandlerEntry or LostEvents or BufferStarted:
                // What woke the CPU then is no longer certain.
                _cpus.Remove(e.Cpu);
                break;
        }
    }

    /// <summary>The trace ends.</summary>
    public void Complete() => _cpus.Clear();

    private void Run(in KernelEvent e)
    {
        if (_cpus.Remove(e.Cpu, out Waiting idle) && _holdsTickStops && idle.IsStored && e.TimeNs >= idle.StoredNs)
        {
            (idle.IsTickStopped ? samples.StoreToRunTickStopped : samples.StoreToRunTickRunning).Add(e.TimeNs - idle.StoredNs);
        }
    }

    private readonly record struct Waiting(bool IsTickStopped, bool IsStored, long StoredNs);
}
