using System.Runtime.InteropServices;
using Predictors.Abstractions;

namespace Predictors.Traces;

/// <summary>What was found in a trace: counts, anomalies and losses.</summary>
public sealed class TraceInspection
{
    private readonly Dictionary<string, TraceAnomaly> _anomalies = new(StringComparer.Ordinal);

    /// <summary>The first instant on the trace's clock, in ns; 0 for a trace without events.</summary>
    public long FirstNs { get; set; }

    /// <summary>The last instant on the trace's clock, in ns.</summary>
    public long LastNs { get; set; }

    /// <summary>The vCPUs that the recording speaks of, ascending, whether they went idle or not.</summary>
    public SortedDictionary<int, VcpuInspection> Vcpus { get; } = [];

    /// <summary>Events by name, used or not. Empty for a packed trace or CSV.</summary>
    public SortedDictionary<string, long> Events { get; } = new(StringComparer.Ordinal);

    /// <summary>Segments by wake cause, indexed by <see cref="WakeCause"/>.</summary>
    public long[] Causes { get; } = new long[Enum.GetValues<WakeCause>().Length];

    /// <summary>Segments whose arrival was recorded.</summary>
    public long ArrivalsMeasured { get; set; }

    /// <summary>Segments whose arrival was estimated.</summary>
    public long ArrivalsEstimated { get; set; }

    /// <summary>Segments whose arrival is unknown and taken to be the recorded exit.</summary>
    public long ArrivalsUnknown { get; set; }

    /// <summary>Lines that were no event, comment or mark.</summary>
    public long UnparsedLines { get; set; }

    /// <summary>The first three of them, cut to 120 characters, with their place.</summary>
    public List<string> UnparsedExamples { get; } = [];

    /// <summary>Everything else that was odd, by name.</summary>
    public IEnumerable<TraceAnomaly> Anomalies => _anomalies.Values.OrderBy(a => a.Name, StringComparer.Ordinal);

    /// <summary>The vCPU's counts, made where there are none.</summary>
    /// <param name="vcpu">The vCPU.</param>
    /// <returns>Its counts.</returns>
    public VcpuInspection Of(int vcpu)
    {
        if (!Vcpus.TryGetValue(vcpu, out VcpuInspection? found))
        {
            Vcpus.Add(vcpu, found = new VcpuInspection { Vcpu = vcpu });
        }

        return found;
    }

    /// <summary>Counts an anomaly.</summary>
    /// <param name="name">What it is, in kebab-case.</param>
    /// <param name="place">Where, such as <c>line 12</c>: asked for only the first time.</param>
    /// <param name="count">How many at once.</param>
    public void Count(string name, Func<string> place, long count = 1)
    {
        ArgumentNullException.ThrowIfNull(place);
        ref TraceAnomaly? anomaly = ref CollectionsMarshal.GetValueRefOrAddDefault(_anomalies, name, out _);
        anomaly = anomaly is null ? new TraceAnomaly(name, count, place()) : anomaly with { Count = anomaly.Count + count };
    }

    /// <summary>Takes over what was found in the recording of which this tells a part; vCPUs and segments stay its own.</summary>
    /// <param name="recording">The recording's.</param>
    internal void TakeOver(TraceInspection recording)
    {
        (FirstNs, LastNs, UnparsedLines) = (recording.FirstNs, recording.LastNs, recording.UnparsedLines);
        UnparsedExamples.AddRange(recording.UnparsedExamples);
        foreach ((string name, long count) in recording.Events)
        {
            Events[name] = count;
        }

        foreach (TraceAnomaly anomaly in recording._anomalies.Values)
        {
            Count(anomaly.Name, () => anomaly.FirstPlace, anomaly.Count);
        }
    }

    /// <summary>Adds the segments of a chunk that is given to a replay.</summary>
    /// <param name="chunk">The chunk.</param>
    internal void CountSegments(SegmentChunk chunk)
    {
        VcpuInspection vcpu = Of(chunk.Vcpu);
        vcpu.Segments += chunk.Count;
        for (int i = 0; i < chunk.Count; i++)
        {
            SegmentFlags flags = chunk.Flags[i];
            long measured = (flags & SegmentFlags.ArrivalMeasured) != 0 ? 1 : 0;
            long estimated = (flags & SegmentFlags.ArrivalEstimated) != 0 ? 1 : 0;
            Causes[(int)chunk.Causes[i]]++;
            ArrivalsMeasured += measured;
            ArrivalsEstimated += estimated;
            ArrivalsUnknown += 1 - measured - estimated;
            vcpu.TaskRan += (flags & SegmentFlags.TaskRan) != 0 ? 1 : 0;
        }
    }
}
