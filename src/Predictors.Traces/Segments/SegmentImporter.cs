using static Predictors.Traces.KernelEventKind;

namespace Predictors.Traces;

/// <summary>Gives each event to the timelines that it concerns: that of its CPU, and that of the CPU it names.</summary>
internal sealed class SegmentImporter(ImportState shared, string file, string placeUnit) : IEventImporter
{
    private readonly CpuTimeline?[] _cpus = new CpuTimeline?[TraceLimits.MaxVcpu + 1];

    /// <inheritdoc/>
    public TraceInspection Inspection => shared.Inspection;

    /// <inheritdoc/>
    public ChunkPool Pool => shared.Pool;

    /// <inheritdoc/>
    public Queue<SegmentChunk> Full => shared.Full;

    /// <inheritdoc/>
    public void Import(ReadOnlySpan<KernelEvent> events)
    {
        foreach (ref readonly KernelEvent e in events)
        {
            Import(e);
        }
    }

    /// <inheritdoc/>
    public void Complete()
    {
        foreach (CpuTimeline? cpu in _cpus)
        {
            cpu?.Complete();
        }
    }

    private void Import(in KernelEvent e)
    {
        CpuTimeline cpu = TimelineOf(e);
        if (e.Kind is LostEvents or BufferStarted)
        {
            cpu.Lose(e);
            return;
        }

        cpu.Advance(e);
        if (e.Kind == SchedSwitch)
        {
            Switch(cpu, e);
            return;
        }

        if (e.Kind == CpuIdle)
        {
            cpu.CpuIdle(e);
            return;
        }

        if (e.Pid != 0)
        {
            cpu.RunTask(e, e.Pid);
        }

        switch (e.Kind)
        {
            case SchedWaking or SchedWakeup:
                Wake(cpu, e);
                break;
            case WakeIdleWithoutIpi:
                Other(e)?.StoreFromAfar(new Waker(e.Cpu, e.TimeNs));
                break;
            case IpiSend:
                Other(e)?.IpiFromAfar(new Waker(e.Cpu, e.TimeNs));
                break;
            case LocalTimerEntry or RescheduleEntry or CallFunctionEntry or IpiEntry or IrqHandlerEntry:
                cpu.Interrupt(e);
                break;
            case HrtimerExpire:
                cpu.TimerExpires(e, Programmed(e));
                break;
            case HrtimerStart:
                StartTimer(cpu, e);
                break;
            case HrtimerCancel:
                shared.Timers.Cancel(e.Cpu, e.A);
                cpu.Idle(e);
                break;
            case GovernorSelectIn:
                cpu.PollLimit(e.B);
                break;
            case GovernorReflect:
                cpu.PollLimit(e.C);
                break;
            case GuestHaltPollNs:
                cpu.PollLimit(e.A);
                break;
            default:
                cpu.Idle(e);
                break;
        }
    }

    private void Switch(CpuTimeline cpu, in KernelEvent e)
    {
        int from = (int)e.A;
        int to = (int)e.B;
        if (from != 0)
        {
            cpu.RunTask(e, from);
            shared.Wakings.Take(to);
            if (to == 0)
            {
                cpu.SwitchToIdle(e);
            }
        }
        else if (to != 0)
        {
            cpu.RunTask(e, to);
            shared.Wakings.Take(to);
        }
    }

    private void Wake(CpuTimeline cpu, in KernelEvent e)
    {
        if (e.Kind == SchedWaking)
        {
            shared.Wakings.Waking((int)e.A, e.Cpu, e.TimeNs);
        }
        else
        {
            shared.Wakings.Wakeup((int)e.A, e.Cpu, e.TimeNs);
        }

        if (e.Pid == 0)
        {
            cpu.WakeHere(e);
        }

        // sched_waking names the CPU where the task last ran: evidence only where nothing better can come.
        if (e.Kind == SchedWakeup || !shared.Kinds.Switches)
        {
            Other(e)?.WakeFromAfar(new Waker(e.Cpu, e.TimeNs));
        }
    }

    private long Programmed(in KernelEvent expired)
    {
        long programmedNs = shared.Kinds.TimersOnTraceClock ? shared.Timers.Expire(expired.Cpu, expired) : -1;
        return TimerClock.Agrees(expired) ? programmedNs : -1;
    }

    private void StartTimer(CpuTimeline cpu, in KernelEvent e)
    {
        cpu.TimerIsProgrammed();
        cpu.Idle(e);
        if (shared.Kinds.TimersOnTraceClock && !shared.Timers.Start(e.Cpu, e))
        {
            shared.Anomaly(AnomalyNames.TooManyTimers, e.Place);
        }
    }

    /// <summary>The timeline of the CPU that the event names, where that is another than its own.</summary>
    private CpuTimeline? Other(in KernelEvent e)
    {
        long named = e.Kind is SchedWaking or SchedWakeup ? e.B : e.A;
        return named != e.Cpu && (ulong)named <= TraceLimits.MaxVcpu ? _cpus[named] : null;
    }

    private CpuTimeline TimelineOf(in KernelEvent e)
    {
        if ((uint)e.Cpu > TraceLimits.MaxVcpu)
        {
            throw new TraceFormatException(
                file, $"{placeUnit} {e.Place}", $"expected a CPU from 0 to {TraceLimits.MaxVcpu}, found {e.Cpu}.");
        }

        return _cpus[e.Cpu] ??= new CpuTimeline(e.Cpu, shared);
    }
}
