namespace Predictors.Traces;

/// <summary>What the timelines of all CPUs of one recording share.</summary>
internal sealed class ImportState(RecordedKinds kinds, TraceInspection inspection, string placeUnit)
{
    public RecordedKinds Kinds { get; } = kinds;

    public TraceInspection Inspection { get; } = inspection;

    /// <summary>The tasks before which segments are kept; null for all.</summary>
    public IReadOnlySet<int>? Tasks { get; init; }

    public WakingTable Wakings { get; } = new();

    public TimerTable Timers { get; } = new();

    public ChunkPool Pool { get; } = new(kinds.Columns);

    public Queue<SegmentChunk> Full { get; } = new();

    public void Anomaly(string name, long place) => Inspection.Count(name, () => $"{placeUnit} {place}");
}
