using System.Numerics;

namespace Predictors.Traces;

/// <summary>Counts of lengths of time by powers of two.</summary>
public sealed class LengthHistogram
{
    private readonly long[] _counts = new long[sizeof(ulong) * 8];

    /// <summary>How many lengths were counted.</summary>
    public long Total => _counts.Sum();

    /// <summary>The bins from the first to the last that holds a length, those without one between them included.</summary>
    public IEnumerable<LengthBin> Bins
    {
        get
        {
            int first = Array.FindIndex(_counts, c => c > 0);
            int last = Array.FindLastIndex(_counts, c => c > 0);
            for (int i = first; i >= 0 && i <= last; i++)
            {
                yield return new LengthBin(i == 0 ? 0 : 1L << (i - 1), i == 0 ? 1 : i == 63 ? long.MaxValue : 1L << i, _counts[i]);
            }
        }
    }

    /// <summary>Counts a length.</summary>
    /// <param name="ns">The length, 0 ns or more.</param>
    internal void Add(long ns) => _counts[64 - BitOperations.LeadingZeroCount((ulong)ns)]++;

    /// <summary>Adds the counts of another histogram.</summary>
    internal void Add(LengthHistogram other)
    {
        for (int i = 0; i < _counts.Length; i++)
        {
            _counts[i] += other._counts[i];
        }
    }
}
