namespace Predictors.Traces;

/// <summary>
/// Whether timers and events are on one clock. Timers run on the monotonic clock (or the time of day); a trace may be on any.
/// A timer that expires tells its clock's time beside the event's own: the two are less than a millisecond apart or not
/// comparable.
/// </summary>
internal static class TimerClock
{
    private const long ToleranceNs = 1_000_000;

    public static bool Agrees(in KernelEvent expired) => 
        (ulong)(expired.B - expired.TimeNs + ToleranceNs) <= 2 * ToleranceNs;

    /// <summary>Whether any of the events shows it.</summary>
    public static bool IsShown(ReadOnlySpan<KernelEvent> events)
    {
        foreach (ref readonly KernelEvent e in events)
        {
            if (e.Kind == KernelEventKind.HrtimerExpire && Agrees(e))
            {
                return true;
            }
        }

        return false;
    }
}
