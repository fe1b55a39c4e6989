using Predictors.IdlePath;
using Predictors.Traces;

namespace Predictors.Ranking;

/// <summary>
/// The scored idle periods of a trace by length, from entry to arrival, in <see cref="LogBuckets"/>: small however long the trace is. Feed it
/// all chunks of the trace.
/// </summary>
/// <param name="scoreFromNs">Idle periods that begin before this instant are left out, in ns on the trace's clock; null counts them all.</param>
public sealed class IdleLengths(long? scoreFromNs)
{
    private readonly long _scoreFromNs = scoreFromNs ?? long.MinValue;
    private readonly Dictionary<int, bool> _tickRuns = [];
    private readonly SortedDictionary<IdleKind, long[]> _counts = [];

    /// <summary>How many idle periods were counted.</summary>
    public long Count => _counts.Values.Sum(buckets => buckets.Sum());

    /// <summary>After how many of them a task ran: so many wake-up latencies every replay of the trace has.</summary>
    public long WakeUps => _counts.Where(kind => kind.Key.TaskRan).Sum(kind => kind.Value.Sum());

    /// <summary>Adds the next chunk of the trace.</summary>
    /// <param name="chunk">The chunk: those of one vCPU in time order.</param>
    public void Feed(SegmentChunk chunk)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        bool tickRuns = _tickRuns.GetValueOrDefault(chunk.Vcpu, true);
        IdleKind kind = default;
        long[]? buckets = null;
        for (int i = 0; i < chunk.Count; i++)
        {
            bool taskRan = (chunk.Flags[i] & SegmentFlags.TaskRan) != 0;
            if (chunk.EntryNs[i] >= _scoreFromNs)
            {
                var next = new IdleKind(chunk.Causes[i], taskRan, tickRuns);
                buckets = buckets is null || next != kind ? BucketsOf(kind = next) : buckets;
                buckets[LogBuckets.Of(chunk.ArrivalNs[i] - chunk.EntryNs[i])]++;
            }

            tickRuns = taskRan;
        }

        _tickRuns[chunk.Vcpu] = tickRuns;
    }

    /// <summary>The idle periods by length, whatever their kind.</summary>
    /// <returns>How many there are in each of the <see cref="LogBuckets"/>.</returns>
    public long[] ByLength()
    {
        var sum = new long[LogBuckets.Count];
        foreach (long[] buckets in _counts.Values)
        {
            for (int i = 0; i < sum.Length; i++)
            {
                sum[i] += buckets[i];
            }
        }

        return sum;
    }

    /// <summary>The idle periods that are alike: their kind, the shortest length that they may have, and how many there are.</summary>
    internal IEnumerable<(IdleKind Kind, long ShortestNs, long Count)> Alike() =>
        from kind in _counts
        from bucket in Enumerable.Range(0, LogBuckets.Count)
        where kind.Value[bucket] > 0
        select (kind.Key, LogBuckets.ShortestNs(bucket), kind.Value[bucket]);

    private long[] BucketsOf(IdleKind kind)
    {
        if (!_counts.TryGetValue(kind, out long[]? buckets))
        {
            _counts.Add(kind, buckets = new long[LogBuckets.Count]);
        }

        return buckets;
    }
}
