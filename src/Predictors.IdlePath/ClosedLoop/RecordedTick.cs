using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath;

/// <summary>Where the recording vCPU stopped its tick and restarted it, as far as its segments tell.</summary>
/// <param name="segments">All segments of the vCPU.</param>
/// <param name="idleSource">The events that tell its idle entries.</param>
/// <remarks>
/// A halt stops the tick, and a task that runs afterwards finds it restarted, after the recorded exit. The stop comes before the
/// <c>cpu_idle</c> event, so it is within the busy time; a switch to the idle task comes before the stop.
/// </remarks>
internal struct RecordedTick(SegmentChunk segments, string? idleSource)
{
    private readonly bool _stopIsBusy = idleSource == "cpu_idle";
    private bool _stopped;

    /// <summary>Passes a segment.</summary>
    /// <returns>Whether the tick was stopped within the busy time before it, and whether it was restarted in the one after it.</returns>
    public (bool Stops, bool Restarts) Pass(int i)
    {
        bool stops = !_stopped && Halted(i);
        _stopped |= stops;
        bool restarts = _stopped && (segments.Flags[i] & SegmentFlags.TaskRan) != 0;
        _stopped &= !restarts;
        return (stops && _stopIsBusy, restarts);
    }

    private readonly bool Halted(int i)
    {
        bool polled = segments.RecordedWindowNs is { } windows && windows[i] > 0 && segments.States is { } states && states[i] == 0;
        return segments.Causes[i] != WakeCause.RemoteStore && segments.ExitNs[i] > segments.EntryNs[i] && !polled;
    }
}
