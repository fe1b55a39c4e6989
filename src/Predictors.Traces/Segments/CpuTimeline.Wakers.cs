namespace Predictors.Traces;

/// <content>Who wakes this CPU.</content>
internal sealed partial class CpuTimeline
{
    /// <summary>A task is woken on this CPU, while no task runs: an interrupt handler does it.</summary>
    public void WakeHere(in KernelEvent e)
    {
        bool forThisCpu = e.B == cpu && (e.Kind == KernelEventKind.SchedWakeup || !shared.Kinds.Wakeups);
        if (_phase == Phase.Idle)
        {
            _segment.SeeHandler(e.TimeNs);
        }

        _segment.OwnWake |= forThisCpu;
        _handlerNs = e.TimeNs;
    }

    /// <summary>Another CPU wakes a task for this one.</summary>
    public void WakeFromAfar(Waker waker)
    {
        if (_phase == Phase.Idle && !_segment.Wakeup.Known)
        {
            _segment.Wakeup = waker;
        }
    }

    /// <summary>Another CPU wakes this one by a store, without an interrupt.</summary>
    public void StoreFromAfar(Waker waker)
    {
        if (_phase == Phase.Idle && !_segment.Store.Known)
        {
            _segment.Store = waker;
        }
    }

    /// <summary>Another CPU sends an IPI to this one; of several that wait, the first causes the interrupt.</summary>
    public void IpiFromAfar(Waker waker)
    {
        if (!_sender.Known)
        {
            _sender = waker;
        }
    }
}
