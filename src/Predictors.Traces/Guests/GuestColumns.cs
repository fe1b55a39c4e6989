using Predictors.Abstractions;
using static Predictors.Traces.KernelEventKind;

namespace Predictors.Traces;

/// <summary>What a host's recording tells of its guests' idle segments.</summary>
internal static class GuestColumns
{
    /// <summary>The columns for events of these kinds.</summary>
    public static TraceColumns Of(IReadOnlySet<KernelEventKind> kinds)
    {
        bool wakers = kinds.Contains(SchedWaking) || kinds.Contains(KvmAcceptIrq);
        return (wakers ? TraceColumns.Arrival | TraceColumns.Cause | TraceColumns.Waker : TraceColumns.None)
            | (kinds.Contains(KvmVcpuWakeup) ? TraceColumns.Arrival : TraceColumns.None)
            | (kinds.Contains(KvmMsrWrite) ? TraceColumns.TimerWrites : TraceColumns.None);
    }
}
