namespace Predictors.Traces.Merging;

/// <summary>One of the traces that are put together, with its next chunk.</summary>
internal sealed class MergeSource(ITraceReader trace, TraceSpan span, int vcpuOffset)
{
    private SegmentChunk? _next = trace.Read();

    public ITraceReader Trace => trace;

    public TraceSpan Span => span;

    public int VcpuOffset => vcpuOffset;

    /// <summary>The next chunk; null at the end.</summary>
    public SegmentChunk? Next => _next;

    public void Advance()
    {
        trace.Recycle(_next!);
        _next = trace.Read();
    }
}
