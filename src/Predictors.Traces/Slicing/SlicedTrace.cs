using Predictors.Traces.Readers.Text;

namespace Predictors.Traces;

/// <summary>
/// A part of another trace, on the same clock: whole segments, as they were. A segment that does not follow the one
/// before it in the source is marked as after a gap, since what lies between is neither busy nor idle here. A waker that
/// was cut away (its vCPU, or the instant at which it woke) is unknown; arrival and cause stay as they were.
/// </summary>
/// <remarks>
/// The part keeps the hash of its source and the source's times, so that a learned predictor still recognises what it was
/// trained on. Without names (<see cref="SliceRules.StripNames"/>) the source's file name, the examples of lines that were
/// not understood and the names of events that the importer does not know are left out; numbers, times and the source's
/// hash stay.
/// </remarks>
public sealed class SlicedTrace : ITraceReader
{
    private const string StrippedName = "stripped";

    private readonly ITraceReader _source;
    private readonly SliceRules _rules;
    private readonly Dictionary<int, SlicedVcpu> _vcpus = [];
    private bool _complete;

    /// <summary>Takes a part of a trace.</summary>
    /// <param name="source">The trace, of which nothing was read yet; disposed of with this one.</param>
    /// <param name="rules">Which part.</param>
    public SlicedTrace(ITraceReader source, SliceRules rules)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(rules);
        _source = source;
        _rules = rules;
        TraceHeader header = source.Header;
        Header = header with
        {
            Name = rules.StripNames ? StrippedName : header.Name,
            SourceName = rules.StripNames ? StrippedName : header.SourceName ?? header.Name,
            SourceFormat = header.SourceFormat ?? header.Format,
        };
    }

    /// <inheritdoc/>
    /// <remarks>The hash is that of the whole file.</remarks>
    public TraceHeader Header { get; }

    /// <inheritdoc/>
    /// <remarks>
    /// Entries, exits, pairs and idle time are those of the kept segments; losses, anomalies and events those of the whole
    /// source.
    /// </remarks>
    public TraceInspection Inspection { get; } = new();

    /// <inheritdoc/>
    public double Progress => _source.Progress;

    /// <summary>How many segments were left out so far.</summary>
    public long SegmentsLeftOut { get; private set; }

    /// <summary>How many of the kept segments lost their waker so far, because it was cut away.</summary>
    public long WakersCutAway { get; private set; }

    /// <inheritdoc/>
    public SegmentChunk? Read()
    {
        while (_source.Read() is { } chunk)
        {
            Cut(chunk);
            if (chunk.Count > 0)
            {
                Inspection.CountSegments(chunk);
                return chunk;
            }

            _source.Recycle(chunk);
        }

        if (!_complete)
        {
            _complete = true;
            Finish(_source.Inspection);
        }

        return null;
    }

    /// <inheritdoc/>
    public void Recycle(SegmentChunk chunk) => _source.Recycle(chunk);

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();

    private void Cut(SegmentChunk chunk)
    {
        if (!_rules.KeepsVcpu(chunk.Vcpu))
        {
            SegmentsLeftOut += chunk.Count;
            chunk.Count = 0;
            return;
        }

        if (!_vcpus.TryGetValue(chunk.Vcpu, out SlicedVcpu? vcpu))
        {
            _vcpus.Add(chunk.Vcpu, vcpu = new SlicedVcpu(Inspection.Of(chunk.Vcpu)));
        }

        int all = chunk.Count;
        WakersCutAway += vcpu.Cut(chunk, _rules);
        SegmentsLeftOut += all - chunk.Count;
    }

    private void Finish(TraceInspection source)
    {
        Inspection.FirstNs = Math.Clamp(_rules.FromNs, source.FirstNs, source.LastNs);
        Inspection.LastNs = Math.Clamp(_rules.ToNs, Inspection.FirstNs, source.LastNs);
        foreach (VcpuInspection vcpu in source.Vcpus.Values.Where(v => _rules.KeepsVcpu(v.Vcpu)))
        {
            VcpuInspection part = Inspection.Of(vcpu.Vcpu);
            part.IdleSource = vcpu.IdleSource;
            part.LostEvents = vcpu.LostEvents;
            part.Gaps = vcpu.Gaps;
        }

        foreach (TraceAnomaly anomaly in source.Anomalies)
        {
            Inspection.Count(anomaly.Name, () => anomaly.FirstPlace, anomaly.Count);
        }

        Inspection.UnparsedLines = source.UnparsedLines;
        if (!_rules.StripNames)
        {
            Inspection.UnparsedExamples.AddRange(source.UnparsedExamples);
        }

        CopyEvents(source);
    }

    private void CopyEvents(TraceInspection source)
    {
        var known = new EventNames();
        foreach ((string name, long count) in source.Events)
        {
            string kept = !_rules.StripNames || known.Knows(name) ? name : "(others)";
            Inspection.Events[kept] = Inspection.Events.GetValueOrDefault(kept) + count;
        }
    }
}
