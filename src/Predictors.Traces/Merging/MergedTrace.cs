using System.Security.Cryptography;
using System.Text;
using Predictors.Abstractions;
using Predictors.Traces.Merging;
using Predictors.Traces.Native;

namespace Predictors.Traces;

/// <summary>
/// Several traces on one clock as one: of vCPUs that run beside each other, or of one recording's parts, one after the
/// other. Chunks come in the order of their first entries, in which no trace gets ahead of another by more than a chunk.
/// </summary>
/// <remarks>
/// Columns that one of the traces lacks are left out of all: nothing is filled in. Where a vCPU goes on from one trace to
/// the next, its first segment there is marked as after a gap. The merged trace has the hash of its sources where all are
/// parts of one recording; else a hash of their hashes, by which a learned predictor does not recognise what it was
/// trained on.
/// </remarks>
public sealed class MergedTrace : ITraceReader
{
    private readonly IReadOnlyList<MergeSource> _sources;
    private readonly Dictionary<int, (long Segments, MergeSource Source)> _vcpus = [];
    private bool _complete;

    /// <summary>Puts traces together.</summary>
    /// <param name="traces">The traces, at least one, of which nothing was read yet, with their spans; disposed of with this one.</param>
    /// <param name="options">How.</param>
    /// <exception cref="MergeException">They do not fit together.</exception>
    public MergedTrace(IReadOnlyList<(ITraceReader Trace, TraceSpan Span)> traces, MergeOptions options)
    {
        ArgumentNullException.ThrowIfNull(traces);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfZero(traces.Count);
        var plan = MergePlan.Of([.. traces.Select(t => (t.Trace.Header, t.Span))], options);
        _sources = [.. traces.Select((t, i) => new MergeSource(t.Trace, t.Span, plan.Offsets[i]))];
        Header = HeaderOf([.. traces.Select(t => t.Trace.Header)], plan.Columns);
    }

    /// <inheritdoc/>
    public TraceHeader Header { get; }

    /// <inheritdoc/>
    public TraceInspection Inspection { get; } = new();

    /// <inheritdoc/>
    public double Progress => _sources.Average(s => s.Trace.Progress);

    /// <inheritdoc/>
    public SegmentChunk? Read()
    {
        MergeSource? next = _sources.Where(s => s.Next is not null).MinBy(s => s.Next!.EntryNs[0]);
        if (next is null)
        {
            Finish();
            return null;
        }

        SegmentChunk merged = Take(next, next.Next!);
        next.Advance();
        Inspection.CountSegments(merged);
        return merged;
    }

    /// <summary>Does nothing: the chunks of the sources were given back to them, and those that come out are not used again.</summary>
    /// <param name="chunk">A chunk.</param>
    public void Recycle(SegmentChunk chunk)
    {
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (MergeSource source in _sources)
        {
            source.Trace.Dispose();
        }
    }

    private static TraceHeader HeaderOf(IReadOnlyList<TraceHeader> sources, TraceColumns columns)
    {
        string[] hashes = [.. sources.Select(s => s.SourceSha256).Distinct()];
        string hash = hashes.Length == 1 ? hashes[0] : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', hashes))));
        string names = string.Join(" + ", sources.Select(s => s.SourceName ?? s.Name).Distinct());
        return new TraceHeader
        {
            Name = names.Length <= WakeFormat.MaxStringBytes / 4 ? names : $"{sources.Count} traces",
            Format = string.Join(" + ", sources.Select(s => s.SourceFormat ?? s.Format).Distinct().Take(8)),
            Sha256 = new FileSha256(hash),
            SourceSha256 = hash,
            Clock = sources.FirstOrDefault(s => s.Clock != MergePlan.UnknownClock)?.Clock ?? MergePlan.UnknownClock,
            Columns = columns,
        };
    }

    private SegmentChunk Take(MergeSource source, SegmentChunk chunk)
    {
        int vcpu = chunk.Vcpu + source.VcpuOffset;
        bool goesOn = _vcpus.TryGetValue(vcpu, out var before);
        SegmentChunk merged = new(chunk.Count, Header.Columns) { Vcpu = vcpu, FirstIndex = before.Segments, Count = chunk.Count };
        for (int i = 0; i < chunk.Count; i++)
        {
            SegmentCopy.Copy(chunk, i, merged, i);
            MergedColumns.LeaveOut(merged, i);
            if (merged.WakerVcpu is { } wakers && wakers[i] >= 0)
            {
                wakers[i] += source.VcpuOffset;
            }

            if (merged.ArmedVcpu is { } armed && armed[i] >= 0)
            {
                armed[i] += source.VcpuOffset;
            }
        }

        if (goesOn && before.Source != source)
        {
            merged.Flags[0] |= SegmentFlags.AfterGap;
        }

        _vcpus[vcpu] = (merged.FirstIndex + merged.Count, source);
        return merged;
    }

    private void Finish()
    {
        if (_complete)
        {
            return;
        }

        _complete = true;
        Inspection.FirstNs = _sources.Min(s => s.Span.FirstNs);
        Inspection.LastNs = _sources.Max(s => s.Span.LastNs);
        foreach (MergeSource source in _sources)
        {
            MergedInspection.Add(Inspection, source.Trace, source.VcpuOffset);
        }
    }
}
