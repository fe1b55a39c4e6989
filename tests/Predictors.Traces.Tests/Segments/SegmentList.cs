namespace Predictors.Traces.Tests.Segments;

/// <summary>All that a trace reader gives for one recording.</summary>
internal sealed record SegmentList(TraceHeader Header, TraceInspection Inspection, IReadOnlyList<Segment> All)
{
    public Segment Only => All.Single();

    public static SegmentList Of(params KernelEvent[] events) => Of(new KernelEventList(events));

    public static SegmentList Of(IKernelEventReader events)
    {
        using var reader = new KernelTraceReader(events, "trace.txt", "00");
        return Of(reader);
    }

    public static SegmentList Of(ITraceReader reader)
    {
        var all = new List<Segment>();
        while (reader.Read() is { } chunk)
        {
            all.AddRange(Enumerable.Range(0, chunk.Count).Select(i => Segment.Of(chunk, i)));
            reader.Recycle(chunk);
        }

        return new SegmentList(reader.Header, reader.Inspection, all);
    }

    public IReadOnlyList<Segment> On(int vcpu) => [.. All.Where(s => s.Vcpu == vcpu)];

    public long Anomalies(string name) => Inspection.Anomalies.SingleOrDefault(a => a.Name == name)?.Count ?? 0;
}
