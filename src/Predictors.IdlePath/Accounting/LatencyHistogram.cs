namespace Predictors.IdlePath;

/// <summary>
/// Wake-up latencies in <see cref="LogBuckets"/>: a percentile is at most 1.6 % above the true one. Count, sum and maximum are exact.
/// </summary>
public sealed class LatencyHistogram
{
    private readonly long[] _buckets = new long[LogBuckets.Count];

    /// <summary>How many latencies were recorded.</summary>
    public long Count { get; private set; }

    /// <summary>Their sum, in ns.</summary>
    public long TotalNs { get; private set; }

    /// <summary>The greatest, in ns; 0 where there is none.</summary>
    public long MaxNs { get; private set; }

    /// <summary>Their mean, in ns; 0 where there is none.</summary>
    public double MeanNs => Count == 0 ? 0 : (double)TotalNs / Count;

    /// <summary>The buckets that hold wake-ups, from the least latency on.</summary>
    public IEnumerable<LatencyBucket> Buckets
    {
        get
        {
            for (int i = 0; i < _buckets.Length; i++)
            {
                if (_buckets[i] > 0)
                {
                    yield return new LatencyBucket(Math.Min(LogBuckets.LongestNs(i), MaxNs), _buckets[i]);
                }
            }
        }
    }

    /// <summary>Makes a histogram again of what it told.</summary>
    /// <param name="buckets">Its <see cref="Buckets"/>.</param>
    /// <param name="totalNs">Its <see cref="TotalNs"/>.</param>
    /// <param name="maxNs">Its <see cref="MaxNs"/>.</param>
    /// <returns>The same histogram.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A latency or a number is negative.</exception>
    public static LatencyHistogram Of(IEnumerable<LatencyBucket> buckets, long totalNs, long maxNs)
    {
        ArgumentNullException.ThrowIfNull(buckets);
        var histogram = new LatencyHistogram();
        foreach (LatencyBucket bucket in buckets)
        {
            histogram.Record(bucket.LongestNs, bucket.Count);
        }

        (histogram.TotalNs, histogram.MaxNs) = (totalNs, maxNs);
        return histogram;
    }

    /// <summary>Records a latency.</summary>
    /// <param name="latencyNs">The latency in ns: 0 or more.</param>
    /// <param name="times">How often it was met: 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The latency or the number is negative.</exception>
    public void Record(long latencyNs, long times = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(latencyNs);
        ArgumentOutOfRangeException.ThrowIfNegative(times);
        if (times > 0)
        {
            _buckets[LogBuckets.Of(latencyNs)] += times;
            Count += times;
            TotalNs += latencyNs * times;
            MaxNs = Math.Max(MaxNs, latencyNs);
        }
    }

    /// <summary>The latency that a share of the wake-ups did not exceed.</summary>
    /// <param name="share">The share, from 0 to 1: 0.99 for p99.</param>
    /// <returns>The upper bound of its bucket, never above the maximum, in ns; 0 where there is no latency.</returns>
    public long PercentileNs(double share)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(share, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        long rank = Math.Max(1, (long)Math.Ceiling(share * Count));
        long seen = 0;
        for (int i = 0; i < _buckets.Length; i++)
        {
            seen += _buckets[i];
            if (seen >= rank)
            {
                return Math.Min(LogBuckets.LongestNs(i), MaxNs);
            }
        }

        return 0;
    }

    /// <summary>How many latencies are known not to exceed a length: a share of at least 0.99 says that p99 does not.</summary>
    /// <param name="latencyNs">The length, in ns: 0 or more.</param>
    /// <returns>The number of latencies in the buckets that end at or before it.</returns>
    public long CountUpTo(long latencyNs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(latencyNs);
        if (latencyNs >= MaxNs)
        {
            return Count;
        }

        long count = 0;
        for (int i = 0; i < _buckets.Length && LogBuckets.LongestNs(i) <= latencyNs; i++)
        {
            count += _buckets[i];
        }

        return count;
    }

    /// <summary>Adds all latencies of another histogram.</summary>
    /// <param name="other">The other histogram.</param>
    public void Add(LatencyHistogram other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Correct(other._buckets, other.TotalNs, other.MaxNs);
        Count += other.Count;
    }

    /// <summary>Moves wake-ups that were recorded with the latency of their kind to the buckets where they belong.</summary>
    /// <param name="corrections">What to add to each bucket; they sum to 0.</param>
    /// <param name="extraNs">By how much that raises the sum of the latencies.</param>
    /// <param name="maxNs">The greatest latency among those moved.</param>
    internal void Correct(ReadOnlySpan<long> corrections, long extraNs, long maxNs)
    {
        for (int i = 0; i < corrections.Length; i++)
        {
            _buckets[i] += corrections[i];
        }

        TotalNs += extraNs;
        MaxNs = Math.Max(MaxNs, maxNs);
    }
}
