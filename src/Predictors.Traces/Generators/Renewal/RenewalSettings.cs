using Predictors.Abstractions;

namespace Predictors.Traces.Generators;

/// <summary>What workloads have in common whose vCPUs are busy and idle in turn.</summary>
/// <param name="Vcpus">How many vCPUs.</param>
/// <param name="Busy">The law of the busy periods.</param>
/// <param name="ExitLatencyNs">From arrival to idle exit.</param>
/// <param name="Cause">What ends the idle periods.</param>
internal sealed record RenewalSettings(int Vcpus, Law Busy, long ExitLatencyNs, WakeCause Cause)
{
    public TraceColumns Columns => Cause == WakeCause.Timer ? TraceColumns.NextTimer | TraceColumns.TimerWrites : TraceColumns.None;
}
