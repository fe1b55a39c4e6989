using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.Benchmarks;

/// <summary>The segments of a trace, repeated with shifted times until there are so many.</summary>
internal sealed class RepeatedSegments : ITraceReader
{
    private readonly List<SegmentChunk> _chunks = [];
    private readonly long _periods;
    private readonly long _spanNs;
    private readonly SortedDictionary<int, long> _next = [];
    private long _shiftNs;
    private long _given;
    private int _at;

    /// <summary>Reads a trace wholly.</summary>
    public RepeatedSegments(string path, long periods)
    {
        _periods = periods;
        using ITraceReader trace = TraceFile.Open(path, new TraceFileOptions());
        while (trace.Read() is { } chunk)
        {
            _chunks.Add(chunk);
        }

        (Header, Inspection) = (trace.Header, trace.Inspection);
        _spanNs = Inspection.LastNs - Inspection.FirstNs + 1_000_000;
    }

    /// <inheritdoc/>
    public TraceHeader Header { get; }

    /// <inheritdoc/>
    public TraceInspection Inspection { get; }

    /// <inheritdoc/>
    public double Progress => (double)_given / _periods;

    /// <inheritdoc/>
    public SegmentChunk? Read()
    {
        if (_at == _chunks.Count)
        {
            (_at, _shiftNs) = (0, _spanNs);
        }

        if (_given >= _periods)
        {
            return null;
        }

        SegmentChunk chunk = _chunks[_at++];
        Shift(chunk.EntryNs);
        Shift(chunk.ExitNs);
        Shift(chunk.ArrivalNs);
        Shift(chunk.WakerNs);
        Shift(chunk.ArmedNs);
        chunk.FirstIndex = _next.GetValueOrDefault(chunk.Vcpu);
        _next[chunk.Vcpu] = chunk.FirstIndex + chunk.Count;
        _given += chunk.Count;
        return chunk;
    }

    /// <inheritdoc/>
    public void Recycle(SegmentChunk chunk)
    {
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void Shift(long[]? times)
    {
        for (int i = 0; i < (times?.Length ?? 0); i++)
        {
            times![i] += times[i] == IdleEntry.UnknownNs ? 0 : _shiftNs;
        }
    }
}
