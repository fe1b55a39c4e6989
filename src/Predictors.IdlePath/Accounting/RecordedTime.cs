using Predictors.Traces;

namespace Predictors.IdlePath;

/// <summary>
/// What consecutive segments of a vCPU say of its recorded time, whatever the predictor: summed apart from the replay loop, where it would
/// be done for every predictor again and bit by bit.
/// </summary>
internal struct RecordedTime
{
    private long _previousExitNs;

    /// <summary>Idle segments.</summary>
    public long Segments { get; private set; }

    /// <summary>Entry of the first segment, in ns.</summary>
    public long FirstNs { get; private set; }

    /// <summary>Exit of the last segment, in ns.</summary>
    public readonly long LastNs => _previousExitNs;

    /// <summary>Time between segments in which the guest worked.</summary>
    public long BusyNs { get; private set; }

    /// <summary>Time between segments of which nothing is known.</summary>
    public long GapNs { get; private set; }

    /// <summary>Time from arrivals to recorded exits.</summary>
    public long WakeUpNs { get; private set; }

    /// <summary>Adds segments of a chunk.</summary>
    public void Add(SegmentChunk chunk, int from, int to)
    {
        ReadOnlySpan<long> entries = chunk.EntryNs.AsSpan(from, to - from);
        ReadOnlySpan<long> exits = chunk.ExitNs.AsSpan(from, entries.Length);
        ReadOnlySpan<long> arrivals = chunk.ArrivalNs.AsSpan(from, entries.Length);
        ReadOnlySpan<SegmentFlags> flags = chunk.Flags.AsSpan(from, entries.Length);
        if (entries.IsEmpty)
        {
            return;
        }

        if (Segments == 0)
        {
            FirstNs = _previousExitNs = entries[0];
        }

        long previousNs = _previousExitNs;
        (long betweenNs, long gapNs, long wakeUpNs) = (0, 0, 0);
        for (int i = 0; i < entries.Length; i++)
        {
            long sinceNs = entries[i] - previousNs;
            betweenNs += sinceNs;
            gapNs += (flags[i] & SegmentFlags.AfterGap) == 0 ? 0 : sinceNs;
            wakeUpNs += exits[i] - arrivals[i];
            previousNs = exits[i];
        }

        _previousExitNs = previousNs;
        Segments += entries.Length;
        BusyNs += betweenNs - gapNs;
        GapNs += gapNs;
        WakeUpNs += wakeUpNs;
    }
}
