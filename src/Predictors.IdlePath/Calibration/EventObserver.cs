using Predictors.Traces;

namespace Predictors.IdlePath;

/// <summary>Shows a recording's kernel events to all that measure something in them.</summary>
/// <param name="samples">Where the measured times go.</param>
internal sealed class EventObserver(WakeSamples samples) : IKernelEventObserver
{
    private readonly WakerGaps _wakerGaps = new(samples.IpiSend);
    private readonly CaughtWakes _caughtWakes = new(samples);
    private readonly TickTimes _tickTimes = new(samples.TickToTick);

    /// <summary>Whether there were any events: a packed trace and CSV hold none.</summary>
    public bool HasEvents { get; private set; }

    /// <summary>Whether a KVM host recorded them: its CPUs are not those of the guest.</summary>
    public bool IsHost { get; private set; }

    public IdleInstants Instants { get; } = new();

    public void See(ReadOnlySpan<KernelEvent> events)
    {
        HasEvents |= !events.IsEmpty;
        foreach (ref readonly KernelEvent e in events)
        {
            IsHost |= e.Kind is KernelEventKind.KvmExit or KernelEventKind.KvmHaltPollNs or KernelEventKind.KvmVcpuWakeup or KernelEventKind.KvmMsrWrite;
            Instants.See(e);
            _wakerGaps.See(e);
            _caughtWakes.See(e);
            _tickTimes.See(e);
        }
    }

    /// <summary>The trace ends.</summary>
    public void Complete()
    {
        _wakerGaps.Complete();
        _caughtWakes.Complete();
        _tickTimes.Complete();
    }
}
