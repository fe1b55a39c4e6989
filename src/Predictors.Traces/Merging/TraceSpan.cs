namespace Predictors.Traces;

/// <summary>When a trace begins and ends, and which vCPUs it has: known for every format only once it was read.</summary>
/// <param name="FirstNs">The first instant on the trace's clock, in ns.</param>
/// <param name="LastNs">The last instant, in ns.</param>
/// <param name="Vcpus">The vCPUs, ascending.</param>
public sealed record TraceSpan(long FirstNs, long LastNs, IReadOnlyList<int> Vcpus)
{
    /// <summary>Reads a trace to its end.</summary>
    /// <param name="trace">The trace, of which nothing was read yet.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>Its span.</returns>
    /// <exception cref="TraceFormatException">The trace can't be read.</exception>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public static TraceSpan Of(ITraceReader trace, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trace);
        while (trace.Read() is { } chunk)
        {
            cancellation.ThrowIfCancellationRequested();
            trace.Recycle(chunk);
        }

        return new TraceSpan(trace.Inspection.FirstNs, trace.Inspection.LastNs, [.. trace.Inspection.Vcpus.Keys]);
    }
}
