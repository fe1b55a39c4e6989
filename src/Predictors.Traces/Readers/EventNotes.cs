using Predictors.Traces.Readers.Text;

namespace Predictors.Traces.Readers;

/// <summary>Takes note of what a recording's reader gives out, and says at its end whether that tells of idleness.</summary>
/// <param name="path">The file, for messages.</param>
/// <param name="inspection">Where counts, CPUs, span and jumps back go.</param>
/// <param name="placeUnit">What <see cref="KernelEvent.Place"/> counts.</param>
internal sealed class EventNotes(string path, TraceInspection inspection, string placeUnit)
{
    private readonly CpuTimes _times = new(inspection, placeUnit);
    private bool _idleTold;

    /// <summary>Whether <see cref="Finish"/> was called.</summary>
    public bool Ended { get; private set; }

    /// <summary>Takes note of an event, or gives a mark the time that it lacks.</summary>
    /// <param name="e">The event or mark.</param>
    /// <exception cref="TraceFormatException">The time of its CPU jumps back by more than rounding explains.</exception>
    public void Note(ref KernelEvent e)
    {
        if (e.Kind is KernelEventKind.LostEvents or KernelEventKind.BufferStarted)
        {
            e.TimeNs = _times.OfMark(e.Cpu);
            return;
        }

        // Recordings of a poll rule's decisions alone are worth reading, too: they can be verified.
        _idleTold |= e.Kind is KernelEventKind.CpuIdle or KernelEventKind.SchedSwitch or KernelEventKind.GovernorReflect
            or KernelEventKind.KvmVcpuWakeup or KernelEventKind.KvmExit or KernelEventKind.KvmHalt;
        if (_times.Note(in e) is var backNs && backNs > TraceLimits.RoundingNs)
        {
            throw new TraceFormatException(
                path,
                $"{placeUnit} {e.Place}",
                $"The time on CPU {e.Cpu} jumps back by {backNs} ns, to {e.TimeNs} ns. A recording is in time order on each CPU: this one is "
                + "shuffled, joined from several, or damaged.");
        }
    }

    /// <summary>Ends the recording.</summary>
    /// <param name="names">The names of its events, with their counts.</param>
    /// <exception cref="TraceFormatException">No event tells when a CPU is idle.</exception>
    public void Finish(EventNames names)
    {
        if (Ended)
        {
            return;
        }

        Ended = true;
        names.CopyCounts(inspection.Events);
        if (!_idleTold)
        {
            throw new TraceFormatException(
                path,
                null,
                $"None of the {inspection.Events.Values.Sum()} events is cpu_idle or sched_switch, so that nothing tells when a CPU is idle: record power:cpu_idle.");
        }
    }
}
