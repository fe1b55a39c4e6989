using Predictors.Traces;

namespace Predictors.IdlePath;

/// <summary>
/// What consecutive segments of a vCPU say of its recorded time, whatever the predictor: summed apart from the replay loop.
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
        if (from == to)
        {
            return;
        }

        if (Segments == 0)
        {
            FirstNs = _previousExitNs = chunk.EntryNs[from];
        }

        SegmentSums sums = SegmentSums.Of(chunk, from, to);
        long lastExitNs = chunk.ExitNs[to - 1];
        long gapNs = sums.HasGap ? Gaps(chunk, from, to) : 0;
        BusyNs += unchecked(sums.EntriesNs - (sums.ExitsNs - lastExitNs + _previousExitNs)) - gapNs;
        WakeUpNs += unchecked(sums.ExitsNs - sums.ArrivalsNs);
        GapNs += gapNs;
        Segments += to - from;
        _previousExitNs = lastExitNs;
    }

    private readonly long Gaps(SegmentChunk chunk, int from, int to)
    {
        long gapNs = 0;
        for (int i = from; i < to; i++)
        {
            if ((chunk.Flags[i] & SegmentFlags.AfterGap) != 0)
            {
                gapNs += chunk.EntryNs[i] - (i == from ? _previousExitNs : chunk.ExitNs[i - 1]);
            }
        }

        return gapNs;
    }
}
