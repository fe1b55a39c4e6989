namespace Predictors.IdlePath;

/// <summary>
/// The running sums of a replay. Kept few, since each is a read and a write per idle period: wake-ups are counted by
/// <see cref="WakeKind"/>, and only what differs within a kind is summed.
/// </summary>
/// <param name="bucketCorrections">
/// What the latency histogram of the run needs beside the kinds: wake-ups whose latency is not that of their kind. The vCPUs of a run
/// share it.
/// </param>
/// <param name="varied">What is summed on top of the kinds, or null where wake-ups of one kind all cost the same.</param>
internal struct Tally(long[] bucketCorrections, VariedSums? varied)
{
    /// <summary>Wake-ups by kind.</summary>
    public readonly long[] Kinds = new long[WakeKind.Count];

    /// <summary>The latency histogram's corrections.</summary>
    public readonly long[] BucketCorrections = bucketCorrections;

    /// <summary>What is summed on top of the kinds, or null.</summary>
    public readonly VariedSums? Varied = varied;

    /// <summary>Whether the tick was stopped when the booking began (1) or ran (0).</summary>
    public int TickStoppedAtBegin;

    /// <summary>Whether the tick is stopped now (1) or runs (0).</summary>
    public int TickStopped;

    /// <summary>The guest polled and the wake-up came.</summary>
    public long GuestPollCaughtNs;

    /// <summary>The guest polled in vain.</summary>
    public long GuestPollFailedNs;

    /// <summary>The host polled and the wake-up came.</summary>
    public long HostPollCaughtNs;

    /// <summary>The host polled in vain.</summary>
    public long HostPollFailedNs;

    /// <summary>The vCPU thread slept.</summary>
    public long BlockedNs;

    /// <summary>Steps that were under way at an arrival: the part after it.</summary>
    public long LateNs;

    /// <summary>Waits of remote stores for the poll loop's next look.</summary>
    public long PauseWaitNs;

    /// <summary>Latency beyond that of the kinds.</summary>
    public long ExtraLatencyNs;

    /// <summary>The greatest latency that is not the one of its kind.</summary>
    public long MaxCorrectedNs;

    /// <summary>Empty sums for a machine.</summary>
    /// <param name="costs">The machine.</param>
    /// <param name="bucketCorrections">See above; null for an array of its own.</param>
    public static Tally For(IdlePathCosts costs, long[]? bucketCorrections = null) =>
        new(bucketCorrections ?? new long[LogBuckets.Count], costs.Varies ? new VariedSums() : null);

    /// <summary>Adds another vCPU's sums.</summary>
    public void Add(in Tally other)
    {
        for (int i = 0; i < Kinds.Length; i++)
        {
            Kinds[i] += other.Kinds[i];
        }

        TickStoppedAtBegin += other.TickStoppedAtBegin;
        TickStopped += other.TickStopped;
        GuestPollCaughtNs += other.GuestPollCaughtNs;
        GuestPollFailedNs += other.GuestPollFailedNs;
        HostPollCaughtNs += other.HostPollCaughtNs;
        HostPollFailedNs += other.HostPollFailedNs;
        BlockedNs += other.BlockedNs;
        LateNs += other.LateNs;
        PauseWaitNs += other.PauseWaitNs;
        ExtraLatencyNs += other.ExtraLatencyNs;
        MaxCorrectedNs = Math.Max(MaxCorrectedNs, other.MaxCorrectedNs);
        if (other.Varied is not null)
        {
            Varied?.Add(other.Varied);
        }
    }
}
