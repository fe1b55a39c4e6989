using Predictors.Abstractions;

namespace Predictors.Traces;

/// <summary>
/// Follows one CPU through its events and cuts its idle time into segments. Idle comes from cpu_idle; on a CPU that writes
/// none a halt lasts from the switch to pid 0 to the next interrupt there or the next event of any task, and after an
/// interrupt that woke no task of this CPU the next halt begins with the last event of its handler. A segment is finished
/// only when the next event tells whether a task ran.
/// </summary>
/// <remarks>
/// The rule for the source: a CPU is followed by its switches until its first cpu_idle event. If that comes before
/// <see cref="SegmentsToDecide"/> segments were derived, these are dropped and cpu_idle is the source from the beginning;
/// if it comes later, cpu_idle is the source from there on, and that is an anomaly.
/// </remarks>
internal sealed partial class CpuTimeline(int cpu, ImportState shared)
{
    /// <summary>So many derived segments without a cpu_idle event show that the CPU writes none.</summary>
    public const int SegmentsToDecide = ChunkPool.SmallestCapacity;

    // After an interrupt that woke a task, and so long without an event, an interrupt of the idle task is one of a later halt.
    private const long LongestHandlerNs = 1_000_000;

    private const long Never = long.MinValue;

    private readonly VcpuInspection _counts = shared.Inspection.Of(cpu);
    private readonly SegmentSink _sink = new(cpu, shared.Pool, shared.Full);

    private PendingSegment _segment;
    private Phase _phase;
    private IdleSource _source;
    private int _derived;
    private bool _gap;
    private bool _leftOut;
    private bool _ipisVisible;
    private long _timerRunNs = Never;
    private int _timerWrites;
    private long _pollLimitNs = IdleEntry.UnknownNs;
    private long _lastNs = Never;
    private long _idleSinceNs = Never;
    private long _handlerNs;
    private long _enterNs = Never;
    private long _previousExitNs = Never;
    private Waker _sender = Waker.None;

    private enum Phase
    {
        /// <summary>A task runs, or nothing is known.</summary>
        Busy,

        /// <summary>Between idle entry and exit.</summary>
        Idle,

        /// <summary>Idle has ended, and it is not known yet whether a task runs.</summary>
        Woken,
    }

    private bool FollowsCpuIdle => _source == IdleSource.CpuIdle;

    /// <summary>Every event of the CPU passes here first, for its time.</summary>
    public void Advance(in KernelEvent e)
    {
        if (e.TimeNs < _lastNs)
        {
            if (_phase == Phase.Idle)
            {
                shared.Anomaly(AnomalyNames.IdleCutByTimeJump, e.Place);
            }

            BreakOff();
        }

        _lastNs = e.TimeNs;
    }

    /// <summary>Events of this CPU were lost, or its buffer begins here.</summary>
    public void Lose(in KernelEvent mark)
    {
        if (mark.Kind == KernelEventKind.BufferStarted && _lastNs == Never)
        {
            return;
        }

        shared.Anomaly(AnomalyNames.EventsLost, mark.Place);
        _counts.Gaps++;
        if (mark.Kind == KernelEventKind.LostEvents)
        {
            _counts.LostEvents = mark.A < 0 || _counts.LostEvents < 0 ? -1 : _counts.LostEvents + mark.A;
        }

        BreakOff();
    }

    public void CpuIdle(in KernelEvent e)
    {
        if (!FollowsCpuIdle)
        {
            FollowCpuIdle(e.Place);
        }

        if (e.B != cpu)
        {
            shared.Anomaly(AnomalyNames.CpuIdDiffers, e.Place);
        }

        if (e.A is -1 or uint.MaxValue)
        {
            Exit(e);
        }
        else
        {
            Enter(e);
        }
    }

    /// <summary>The CPU switches from a task to the idle task.</summary>
    public void SwitchToIdle(in KernelEvent e)
    {
        _idleSinceNs = e.TimeNs;
        if (!FollowsCpuIdle)
        {
            Open(e.TimeNs, e.Place);
        }
    }

    /// <summary>A task runs: the CPU switches to it, or it writes an event.</summary>
    public void RunTask(in KernelEvent e, int pid)
    {
        if (_phase == Phase.Busy)
        {
            return;
        }

        if (_phase == Phase.Idle && FollowsCpuIdle)
        {
            shared.Anomaly(AnomalyNames.TaskInsideIdle, e.Place);
            _phase = Phase.Busy;
            _gap = true;
            return;
        }

        Waker waker = shared.Wakings.Take(pid);
        _segment.RunnerPid = pid;
        _segment.Runner = waker.Vcpu == cpu ? Waker.None : waker;
        if (_phase == Phase.Idle)
        {
            Close(e.TimeNs);
        }

        Finish(taskRan: true);
    }

    /// <summary>An interrupt handler begins.</summary>
    public void Interrupt(in KernelEvent e)
    {
        WakeCause cause = InterruptCause.Of(e);
        if (e.Kind == KernelEventKind.IpiEntry && _phase != Phase.Busy && _segment.KindFollows)
        {
            _segment.InterruptCause = cause;
            _segment.KindFollows = false;
            return;
        }

        Waker sender = Waker.None;
        bool ipi = cause is WakeCause.RescheduleIpi or WakeCause.OtherIpi;
        if (ipi)
        {
            (sender, _sender) = (_sender, Waker.None);
        }

        _ipisVisible |= e.Pid == 0 && (ipi || shared.Kinds.IpiEntries);
        bool wakings = shared.Kinds.Wakings;
        switch (_phase)
        {
            case Phase.Idle:
                _segment.SeeInterrupt(e, cause, sender, afterExit: false, wakings);
                if (!FollowsCpuIdle)
                {
                    Close(e.TimeNs);
                }

                break;
            case Phase.Woken when FollowsCpuIdle:
                if (!_segment.Polled)
                {
                    _segment.SeeInterrupt(e, cause, sender, afterExit: true, wakings);
                }

                break;
            case Phase.Busy when e.Pid == 0:
                MissIdleEntry(e.Place);
                break;
            case Phase.Woken when _segment.OwnWake:
                if (e.TimeNs - _handlerNs > LongestHandlerNs)
                {
                    Finish(taskRan: true);
                    MissIdleEntry(e.Place);
                }

                break;
            case Phase.Woken:
                Finish(taskRan: false);
                Open(_handlerNs, e.Place);
                _segment.SeeInterrupt(e, cause, sender, afterExit: false, wakings);
                Close(e.TimeNs);
                break;
        }

        _handlerNs = e.TimeNs;
    }

    /// <summary>A timer expires, inside a timer interrupt that may not have been recorded.</summary>
    /// <param name="e">The event.</param>
    /// <param name="programmedNs">For when the timer was programmed, in ns, or -1 where that is not known.</param>
    public void TimerExpires(in KernelEvent e, long programmedNs)
    {
        bool handlerBegins = !_segment.Interrupted || (!shared.Kinds.TimerEntries && e.B != _timerRunNs);
        if (e.Pid == 0 && _phase != Phase.Busy && handlerBegins)
        {
            Interrupt(e);
        }

        _timerRunNs = e.B;

        if (_segment is { InterruptCause: WakeCause.Timer, ExpiryNs: PendingSegment.NotSeen, Several: false })
        {
            _segment.ExpiryNs = programmedNs;
        }

        _handlerNs = e.TimeNs;
    }

    /// <summary>Any other event of the idle task's CPU.</summary>
    public void Idle(in KernelEvent e)
    {
        if (_phase == Phase.Idle && e.InInterrupt)
        {
            _segment.SeeHandler(e.TimeNs);
        }

        _handlerNs = e.TimeNs;
    }

    public void TimerIsProgrammed() => _timerWrites++;

    public void PollLimit(long limitNs) => _pollLimitNs = limitNs;

    /// <summary>The recording ends.</summary>
    public void Complete()
    {
        bool open = FollowsCpuIdle ? _enterNs != Never : _phase == Phase.Idle;
        _counts.OpenAtEnd = open ? 1 : 0;
        if (_phase == Phase.Woken)
        {
            Finish(taskRan: true);
        }

        if (_source == IdleSource.Undecided && shared.Kinds.Switches)
        {
            _counts.IdleSource = "sched_switch";
        }

        _sink.Flush();
    }
}
