using Predictors.Traces;

namespace Predictors.Cli;

/// <summary>A trace that tells how far it has been read. The trace itself stays with the caller.</summary>
internal sealed class WatchedTrace(ITraceReader trace, IProgress<double> progress) : ITraceReader
{
    public TraceHeader Header => trace.Header;

    public TraceInspection Inspection => trace.Inspection;

    public double Progress => trace.Progress;

    public SegmentChunk? Read()
    {
        progress.Report(trace.Progress);
        return trace.Read();
    }

    public void Recycle(SegmentChunk chunk) => trace.Recycle(chunk);

    public void Dispose()
    {
    }
}
