using Predictors.Abstractions;

namespace Predictors.Traces;

/// <summary>
/// Decides from the evidence what ended an idle segment. The first interrupt inside it is the cause; without one, a
/// wake-up by a store; without that, the first interrupt after the exit (where a CPU sleeps with interrupts off, the
/// exit is written before the handler runs). What the recording does not tell stays unknown.
/// </summary>
internal static class WakeRules
{
    public static WakeUp Resolve(in PendingSegment segment, bool taskRan, bool wakingsRecorded, bool ipisVisible)
    {
        // Polling goes on through an interrupt that wakes no task: where a task ran, something else ended the poll.
        bool interrupted = segment.InterruptNs != PendingSegment.NotSeen
            && !(segment.Polled && wakingsRecorded && taskRan && !segment.OwnWake);

        if (interrupted && !segment.InterruptAfterExit)
        {
            return ByInterrupt(segment);
        }

        if (segment.Store.Known)
        {
            return Measured(WakeCause.RemoteStore, segment, segment.Store, segment.ExitNs);
        }

        if (interrupted)
        {
            return ByInterrupt(segment);
        }

        return ByEvidenceOfWaker(segment, ipisVisible);
    }

    private static WakeUp ByInterrupt(in PendingSegment segment)
    {
        long latestNs = Math.Min(segment.InterruptNs, segment.ExitNs);
        if (segment.InterruptCause is WakeCause.RescheduleIpi or WakeCause.OtherIpi)
        {
            Waker waker = segment.Sender.Known ? segment.Sender : RemoteWaker(segment, latestNs);
            if (waker.Known)
            {
                return Measured(segment.InterruptCause, segment, waker, latestNs);
            }
        }
        else if (segment.ExpiryNs != PendingSegment.NotSeen && segment.InterruptCause == WakeCause.Timer)
        {
            long arrivalNs = Math.Clamp(segment.ExpiryNs, segment.EntryNs, latestNs);
            return new WakeUp(WakeCause.Timer, arrivalNs, SegmentFlags.ArrivalMeasured, Waker.None);
        }

        return new WakeUp(segment.InterruptCause, latestNs, SegmentFlags.ArrivalEstimated, Waker.None);
    }

    private static WakeUp ByEvidenceOfWaker(in PendingSegment segment, bool ipisVisible)
    {
        long latestNs = segment.SignNs == PendingSegment.NotSeen ? segment.ExitNs : segment.SignNs;
        Waker waker = segment.Sender.Known ? segment.Sender : RemoteWaker(segment, latestNs);
        bool interruptUnseen = segment.Sender.Known || segment.SignNs != PendingSegment.NotSeen;
        if (waker.Known)
        {
            // A store needs no interrupt; but that none was seen tells something only where one would have been.
            bool stored = !interruptUnseen && (segment.Polled || ipisVisible);
            return Measured(stored ? WakeCause.RemoteStore : WakeCause.Unknown, segment, waker, latestNs);
        }

        return new WakeUp(
            WakeCause.Unknown,
            latestNs,
            segment.SignNs == PendingSegment.NotSeen ? SegmentFlags.None : SegmentFlags.ArrivalEstimated,
            Waker.None);
    }

    private static Waker RemoteWaker(in PendingSegment segment, long latestNs)
    {
        if (CanHaveEnded(segment, segment.Runner, latestNs))
        {
            return segment.Runner;
        }

        return CanHaveEnded(segment, segment.Wakeup, latestNs) ? segment.Wakeup : Waker.None;
    }

    private static bool CanHaveEnded(in PendingSegment segment, Waker waker, long latestNs) =>
        waker.Known && waker.TimeNs >= segment.IdleSinceNs && waker.TimeNs <= latestNs;

    private static WakeUp Measured(WakeCause cause, in PendingSegment segment, Waker waker, long latestNs) =>
        new(cause, Math.Clamp(waker.TimeNs, segment.EntryNs, latestNs), SegmentFlags.ArrivalMeasured, waker);
}
