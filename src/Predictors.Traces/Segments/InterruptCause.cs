using Predictors.Abstractions;

namespace Predictors.Traces;

/// <summary>Which wake cause an interrupt is.</summary>
internal static class InterruptCause
{
    public static WakeCause Of(in KernelEvent entry) => entry.Kind switch
    {
        KernelEventKind.LocalTimerEntry or KernelEventKind.HrtimerExpire => WakeCause.Timer,
        KernelEventKind.RescheduleEntry => WakeCause.RescheduleIpi,
        KernelEventKind.CallFunctionEntry => WakeCause.OtherIpi,
        KernelEventKind.IpiEntry => entry.A == 1 ? WakeCause.RescheduleIpi : WakeCause.OtherIpi,
        _ => entry.B switch
        {
            1 => WakeCause.OtherIpi,
            2 => WakeCause.Timer,
            _ => WakeCause.DeviceInterrupt,
        },
    };
}
