using Predictors.Abstractions;

namespace Predictors.Traces;

/// <summary>
/// A run of consecutive idle segments of one vCPU, as columns. The columns of the trace are arrays of
/// <see cref="Capacity"/> elements of which the first <see cref="Count"/> hold data; the others are null.
/// </summary>
/// <remarks>Chunks are reused: what is read from one must be copied before it is given back to its reader.</remarks>
public sealed class SegmentChunk
{
    /// <summary>How many segments a reader puts into a chunk at most, unless told otherwise.</summary>
    public const int DefaultCapacity = 4096;

    /// <summary>Makes an empty chunk.</summary>
    /// <param name="capacity">The greatest number of segments: 1 or more.</param>
    /// <param name="columns">The optional columns to hold.</param>
    public SegmentChunk(int capacity, TraceColumns columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        Capacity = capacity;
        Columns = columns;
        EntryNs = new long[capacity];
        ExitNs = new long[capacity];
        ArrivalNs = new long[capacity];
        Causes = new WakeCause[capacity];
        Flags = new SegmentFlags[capacity];
        WakerVcpu = Has(TraceColumns.Waker) ? new int[capacity] : null;
        WakerNs = Has(TraceColumns.Waker) ? new long[capacity] : null;
        NextTimerNs = Has(TraceColumns.NextTimer) ? new long[capacity] : null;
        TimerWrites = Has(TraceColumns.TimerWrites) ? new int[capacity] : null;
        States = Has(TraceColumns.State) ? new int[capacity] : null;
        RecordedWindowNs = Has(TraceColumns.RecordedWindow) ? new long[capacity] : null;
        ArmedVcpu = Has(TraceColumns.ArmedTimer) ? new int[capacity] : null;
        ArmedNs = Has(TraceColumns.ArmedTimer) ? new long[capacity] : null;
        TimerLengthNs = Has(TraceColumns.ArmedTimer) ? new long[capacity] : null;

        bool Has(TraceColumns column) => (columns & column) != 0;
    }

    /// <summary>The vCPU of all segments: 0 or more.</summary>
    public int Vcpu { get; set; }

    /// <summary>How many segments of this vCPU came before this chunk.</summary>
    public long FirstIndex { get; set; }

    /// <summary>How many segments the chunk holds.</summary>
    public int Count { get; set; }

    /// <summary>How many segments it can hold.</summary>
    public int Capacity { get; }

    /// <summary>The optional columns of the trace.</summary>
    public TraceColumns Columns { get; }

    /// <summary>Idle entry, on the trace's clock, in ns; ascending.</summary>
    public long[] EntryNs { get; init; }

    /// <summary>Idle exit as recorded, in ns; not before the entry, not after the next entry.</summary>
    public long[] ExitNs { get; init; }

    /// <summary>
    /// The arrival of the wake-up event, in ns, from entry to exit; equal to the exit where it is unknown
    /// (<see cref="SegmentFlags.ArrivalMeasured"/> and <see cref="SegmentFlags.ArrivalEstimated"/> tell).
    /// </summary>
    public long[] ArrivalNs { get; init; }

    /// <summary>The wake causes; all unknown in a trace without the column.</summary>
    public WakeCause[] Causes { get; init; }

    /// <summary>What else is known of each segment.</summary>
    public SegmentFlags[] Flags { get; init; }

    /// <summary>The vCPU that caused the wake-up, or -1.</summary>
    public int[]? WakerVcpu { get; init; }

    /// <summary>When the waker caused it, in ns, or <see cref="IdleEntry.UnknownNs"/>.</summary>
    public long[]? WakerNs { get; init; }

    /// <summary>Time from entry to the next armed timer, in ns, or <see cref="IdleEntry.UnknownNs"/>.</summary>
    public long[]? NextTimerNs { get; init; }

    /// <summary>Timer programmings since the segment before.</summary>
    public int[]? TimerWrites { get; init; }

    /// <summary>The idle state that the recording kernel entered (its driver's index), or -1.</summary>
    public int[]? States { get; init; }

    /// <summary>The poll window that the recording kernel used, in ns, or <see cref="IdleEntry.UnknownNs"/>.</summary>
    public long[]? RecordedWindowNs { get; init; }

    /// <summary>The vCPU that armed the timer which ended the segment, or -1.</summary>
    public int[]? ArmedVcpu { get; init; }

    /// <summary>When it was armed, in ns, or <see cref="IdleEntry.UnknownNs"/>; goes with <see cref="ArmedVcpu"/>.</summary>
    public long[]? ArmedNs { get; init; }

    /// <summary>From then to the instant for which it was armed, in ns: 0 or more, or <see cref="IdleEntry.UnknownNs"/>.</summary>
    public long[]? TimerLengthNs { get; init; }
}
