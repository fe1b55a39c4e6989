using Predictors.Abstractions;
using static Predictors.Traces.KernelEventKind;

namespace Predictors.Traces;

/// <summary>
/// What a recording can tell, from the kinds of event at its start: an event that was not switched on proves nothing by
/// its absence.
/// </summary>
internal sealed class RecordedKinds
{
    public RecordedKinds(IReadOnlySet<KernelEventKind> kinds, bool timersOnTraceClock)
    {
        bool vectors = Any(kinds, LocalTimerEntry, RescheduleEntry, CallFunctionEntry);
        bool governor = Any(kinds, GovernorSelectIn, GovernorReflect, GuestHaltPollNs);
        bool interrupts = vectors || Any(kinds, IpiEntry, IrqHandlerEntry, HrtimerExpire);

        Switches = kinds.Contains(SchedSwitch);
        Wakings = Any(kinds, SchedWaking, SchedWakeup);
        Wakeups = kinds.Contains(SchedWakeup);
        IpiEntries = Any(kinds, RescheduleEntry, CallFunctionEntry, IpiEntry);
        TimerEntries = Any(kinds, LocalTimerEntry, IrqHandlerEntry);
        StateZeroPolls = vectors || governor;
        TimersOnTraceClock = timersOnTraceClock && kinds.Contains(HrtimerStart);

        bool wakers = Wakings || Any(kinds, IpiSend, WakeIdleWithoutIpi);
        Columns = If(interrupts || wakers, TraceColumns.Arrival)
            | If(interrupts || kinds.Contains(WakeIdleWithoutIpi) || (governor && wakers), TraceColumns.Cause)
            | If(wakers, TraceColumns.Waker)
            | If(TimersOnTraceClock, TraceColumns.NextTimer)
            | If(Switches, TraceColumns.TaskRan)
            | If(kinds.Contains(HrtimerStart), TraceColumns.TimerWrites)
            | If(kinds.Contains(CpuIdle), TraceColumns.State)
            | If(governor && kinds.Contains(CpuIdle), TraceColumns.RecordedWindow)
            | If(kinds.Contains(HrtimerExpire), TraceColumns.ArmedTimer);
    }

    /// <summary>The columns that the trace declares.</summary>
    public TraceColumns Columns { get; }

    /// <summary>Task switches were recorded.</summary>
    public bool Switches { get; }

    /// <summary>Wake-ups of tasks were recorded, before or after their CPU was chosen.</summary>
    public bool Wakings { get; }

    /// <summary>Wake-ups of tasks were recorded with the CPU that was chosen.</summary>
    public bool Wakeups { get; }

    /// <summary>The arrival of IPIs was recorded; an older arm kernel shows it only by an interrupt of that name.</summary>
    public bool IpiEntries { get; }

    /// <summary>The arrival of timer interrupts was recorded, not only what they ran.</summary>
    public bool TimerEntries { get; }

    /// <summary>State 0 is known to poll: it does on x86 and under the haltpoll governor, but not on arm.</summary>
    public bool StateZeroPolls { get; }

    /// <summary>Timers were recorded as they were armed, on the clock of the trace.</summary>
    public bool TimersOnTraceClock { get; }

    private static bool Any(IReadOnlySet<KernelEventKind> kinds, params ReadOnlySpan<KernelEventKind> wanted)
    {
        foreach (KernelEventKind kind in wanted)
        {
            if (kinds.Contains(kind))
            {
                return true;
            }
        }

        return false;
    }

    private static TraceColumns If(bool there, TraceColumns column) => there ? column : TraceColumns.None;
}
