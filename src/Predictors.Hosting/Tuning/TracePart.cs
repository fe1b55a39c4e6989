using Predictors.Traces;

namespace Predictors.Hosting;

/// <summary>The idle periods of a trace that begin within a span of time, as a trace of their own.</summary>
/// <param name="whole">The trace; it is disposed of with the part.</param>
/// <param name="fromNs">The first instant, on the trace's clock, in ns.</param>
/// <param name="untilNs">The instant after the last one; a period that begins before it may end later.</param>
internal sealed class TracePart(ITraceReader whole, long fromNs, long untilNs) : ITraceReader
{
    private readonly HashSet<SegmentChunk> _copies = [];
    private long _lastNs = untilNs - 1;
    private long _measured;
    private long _estimated;
    private long _unknown;

    public TraceHeader Header => whole.Header;

    public TraceInspection Inspection
    {
        get
        {
            var part = new TraceInspection
            {
                FirstNs = fromNs,
                LastNs = _lastNs,
                ArrivalsMeasured = _measured,
                ArrivalsEstimated = _estimated,
                ArrivalsUnknown = _unknown,
            };
            foreach (int vcpu in whole.Inspection.Vcpus.Keys)
            {
                part.Of(vcpu);
            }

            return part;
        }
    }

    public double Progress => whole.Progress;

    public SegmentChunk? Read()
    {
        while (whole.Read() is { } chunk)
        {
            int from = FirstFrom(chunk, fromNs);
            int to = FirstFrom(chunk, untilNs);
            if (from < to)
            {
                Count(chunk, from, to);
                return from == 0 && to == chunk.Count ? chunk : Cut(chunk, from, to);
            }

            whole.Recycle(chunk);
        }

        return null;
    }

    public void Recycle(SegmentChunk chunk)
    {
        lock (_copies)
        {
            if (_copies.Remove(chunk))
            {
                return;
            }
        }

        whole.Recycle(chunk);
    }

    public void Dispose() => whole.Dispose();

    private static int FirstFrom(SegmentChunk chunk, long ns)
    {
        int at = chunk.EntryNs.AsSpan(0, chunk.Count).BinarySearch(ns);
        at = at < 0 ? ~at : at;
        while (at > 0 && chunk.EntryNs[at - 1] == ns)
        {
            at--;
        }

        return at;
    }

    private void Count(SegmentChunk chunk, int from, int to)
    {
        _lastNs = Math.Max(_lastNs, chunk.ExitNs[to - 1]);
        foreach (SegmentFlags flags in chunk.Flags.AsSpan(from, to - from))
        {
            long measured = (flags & SegmentFlags.ArrivalMeasured) != 0 ? 1 : 0;
            long estimated = (flags & SegmentFlags.ArrivalEstimated) != 0 ? 1 : 0;
            _measured += measured;
            _estimated += estimated;
            _unknown += 1 - measured - estimated;
        }
    }

    private SegmentChunk Cut(SegmentChunk chunk, int from, int to)
    {
        var cut = new SegmentChunk(to - from, chunk.Columns) { Vcpu = chunk.Vcpu, FirstIndex = chunk.FirstIndex + from, Count = to - from };
        Copy(chunk.EntryNs, cut.EntryNs);
        Copy(chunk.ExitNs, cut.ExitNs);
        Copy(chunk.ArrivalNs, cut.ArrivalNs);
        Copy(chunk.Causes, cut.Causes);
        Copy(chunk.Flags, cut.Flags);
        Copy(chunk.WakerVcpu, cut.WakerVcpu);
        Copy(chunk.WakerNs, cut.WakerNs);
        Copy(chunk.NextTimerNs, cut.NextTimerNs);
        Copy(chunk.TimerWrites, cut.TimerWrites);
        Copy(chunk.States, cut.States);
        Copy(chunk.RecordedWindowNs, cut.RecordedWindowNs);
        Copy(chunk.ArmedVcpu, cut.ArmedVcpu);
        Copy(chunk.ArmedNs, cut.ArmedNs);
        Copy(chunk.TimerLengthNs, cut.TimerLengthNs);
        lock (_copies)
        {
            _copies.Add(cut);
        }

        whole.Recycle(chunk);
        return cut;

        void Copy<T>(T[]? source, T[]? target)
        {
            if (source is not null)
            {
                source.AsSpan(from, to - from).CopyTo(target);
            }
        }
    }
}
