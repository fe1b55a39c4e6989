namespace Predictors.Traces.Conversion;

/// <summary>Writes a wake-up trace to a stream, which stays open.</summary>
internal interface ITraceWriter : IDisposable
{
    /// <summary>Writes a chunk. Those of one vCPU come in time order, as a reader gives them.</summary>
    /// <exception cref="InvalidDataException">The segments break a rule of the trace model; the message names the segment.</exception>
    void Write(SegmentChunk chunk);

    /// <summary>Writes what stands at the end.</summary>
    void Complete(TraceInspection inspection);
}
