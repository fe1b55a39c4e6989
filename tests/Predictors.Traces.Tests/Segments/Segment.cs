using Predictors.Abstractions;

namespace Predictors.Traces.Tests.Segments;

/// <summary>One idle segment as a row; the values of columns that are not there are null.</summary>
internal sealed record Segment(int Vcpu, long EntryNs, long ArrivalNs, long ExitNs, WakeCause Cause, SegmentFlags Flags)
{
    public int? WakerVcpu { get; init; }

    public long? WakerNs { get; init; }

    public long? NextTimerNs { get; init; }

    public int? TimerWrites { get; init; }

    public int? State { get; init; }

    public long? RecordedWindowNs { get; init; }

    public int? ArmedVcpu { get; init; }

    public long? ArmedNs { get; init; }

    public long? TimerLengthNs { get; init; }

    public bool TaskRan => Flags.HasFlag(SegmentFlags.TaskRan);

    public bool AfterGap => Flags.HasFlag(SegmentFlags.AfterGap);

    public bool Measured => Flags.HasFlag(SegmentFlags.ArrivalMeasured);

    public bool Estimated => Flags.HasFlag(SegmentFlags.ArrivalEstimated);

    public static Segment Of(SegmentChunk chunk, int i) =>
        new(chunk.Vcpu, chunk.EntryNs[i], chunk.ArrivalNs[i], chunk.ExitNs[i], chunk.Causes[i], chunk.Flags[i])
        {
            WakerVcpu = chunk.WakerVcpu?[i],
            WakerNs = chunk.WakerNs?[i],
            NextTimerNs = chunk.NextTimerNs?[i],
            TimerWrites = chunk.TimerWrites?[i],
            State = chunk.States?[i],
            RecordedWindowNs = chunk.RecordedWindowNs?[i],
            ArmedVcpu = chunk.ArmedVcpu?[i],
            ArmedNs = chunk.ArmedNs?[i],
            TimerLengthNs = chunk.TimerLengthNs?[i],
        };
}
