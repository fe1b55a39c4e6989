using Predictors.Abstractions;

namespace Predictors.Traces;

/// <summary>Tells from what a host recorded what woke a vCPU, and when.</summary>
internal static class GuestWakeRules
{
    // As Linux numbers them on x86.
    private const int LocalTimerVector = 236;
    private const int RescheduleVector = 253;

    /// <summary>Tells what ended a halt.</summary>
    /// <param name="halt">The halt.</param>
    /// <param name="vcpuOf">The vCPU of the same guest that a thread runs; -1 for other threads.</param>
    public static WakeUp Resolve(in GuestHalt halt, Func<int, int> vcpuOf)
    {
        if (halt.Accepted is { Known: true } accepted)
        {
            return ByInjection(halt, accepted, vcpuOf(accepted.By));
        }

        Injection waking = halt.Waking;
        if (halt.OwnTimer)
        {
            // The thread injects its own timer once it runs again: the host's timer interrupt woke it.
            return Estimated(WakeCause.Timer, halt, waking.Known ? waking.TimeNs : halt.WokenNs);
        }

        if (waking.Known)
        {
            int waker = vcpuOf(waking.By);
            return waker >= 0 ? Measured(WakeCause.OtherIpi, halt, waking, waker)
                : waking.By == Injection.Interrupt ? Estimated(WakeCause.Unknown, halt, waking.TimeNs)
                : Measured(WakeCause.Unknown, halt, waking, waker: -1);
        }

        return halt.Polled
            ? Estimated(WakeCause.Unknown, halt, halt.WokenNs)
            : new WakeUp(WakeCause.Unknown, halt.ExitNs, SegmentFlags.None, Waker.None);
    }

    private static WakeUp ByInjection(in GuestHalt halt, Injection accepted, int waker)
    {
        if (waker >= 0)
        {
            return Measured(accepted.Vector == RescheduleVector ? WakeCause.RescheduleIpi : WakeCause.OtherIpi, halt, accepted, waker);
        }

        if (accepted.By != Injection.Interrupt)
        {
            return Measured(WakeCause.DeviceInterrupt, halt, accepted, waker: -1);
        }

        WakeCause cause = accepted.FromDevice ? WakeCause.DeviceInterrupt
            : accepted.Vector == LocalTimerVector ? WakeCause.Timer
            : WakeCause.Unknown;
        return Estimated(cause, halt, accepted.TimeNs);
    }

    private static WakeUp Measured(WakeCause cause, in GuestHalt halt, Injection by, int waker) => new(
        cause, Inside(halt, by.TimeNs), SegmentFlags.ArrivalMeasured, waker >= 0 ? new Waker(waker, by.TimeNs) : Waker.None);

    private static WakeUp Estimated(WakeCause cause, in GuestHalt halt, long timeNs) => timeNs < 0
        ? new WakeUp(cause, halt.ExitNs, SegmentFlags.None, Waker.None)
        : new WakeUp(cause, Inside(halt, timeNs), SegmentFlags.ArrivalEstimated, Waker.None);

    private static long Inside(in GuestHalt halt, long timeNs) => Math.Clamp(timeNs, halt.EntryNs, halt.ExitNs);
}
