using Predictors.Traces;

namespace Predictors.Reporting;

/// <summary>Counts of lost events, of which a recording may tell only that there were some.</summary>
internal static class LostEvents
{
    /// <summary>The events lost on a vCPU; null where the recording does not tell how many.</summary>
    public static long? Of(VcpuInspection vcpu) => vcpu.LostEvents < 0 ? null : vcpu.LostEvents;

    /// <summary>The events lost on all vCPUs; null where the recording does not tell how many.</summary>
    public static long? Of(TraceInspection inspection) =>
        inspection.Vcpus.Values.Any(v => v.LostEvents < 0) ? null : inspection.Vcpus.Values.Sum(v => v.LostEvents);
}
