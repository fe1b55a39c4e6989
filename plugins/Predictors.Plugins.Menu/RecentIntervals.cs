using System.Runtime.CompilerServices;

namespace Predictors.Plugins.Menu;

/// <summary>The last eight idle lengths, and what is typical of them.</summary>
internal struct RecentIntervals
{
    /// <summary>Stands for "nothing is typical".</summary>
    public const long None = -1;

    private const int Count = 8;
    private const int LeastKept = 6;
    private const ulong VarianceAlwaysGood = 400;
    private const ulong VarianceFactor = 36;

    // About 18 minutes; sums of eight squares then fit 64 bits.
    private const long LongestUs = 1L << 30;

    private Lengths _lengthsUs;
    private int _oldest;

    /// <summary>Takes a length in the place of the oldest.</summary>
    public void Add(long lengthUs)
    {
        _lengthsUs[_oldest] = Math.Min(lengthUs, LongestUs);
        _oldest = (_oldest + 1) % Count;
    }

    /// <summary>
    /// The mean of the lengths in us where they lie close together, if need be without the longest; <see cref="None"/>
    /// where they do not.
    /// </summary>
    /// <remarks>
    /// Close: a variance of at most 400 us^2, or a mean of more than six standard deviations over at least six lengths.
    /// The longest ones are dropped, all of the same length together, while more than six are left.
    /// </remarks>
    public readonly long TypicalUs()
    {
        long limit = long.MaxValue;
        while (true)
        {
            (int kept, long longest, long mean, ulong variance) = Below(limit);
            if (longest == 0)
            {
                return None;
            }

            bool farFromZero = variance <= ulong.MaxValue / VarianceFactor && (ulong)(mean * mean) > VarianceFactor * variance;
            if (variance <= VarianceAlwaysGood || (farFromZero && kept >= LeastKept))
            {
                return mean;
            }

            if (kept <= LeastKept)
            {
                return None;
            }

            limit = longest;
        }
    }

    /// <summary>What the lengths below a limit have in common.</summary>
    private readonly (int Kept, long Longest, long Mean, ulong Variance) Below(long limit)
    {
        int kept = 0;
        long sum = 0;
        long longest = 0;
        foreach (long length in _lengthsUs)
        {
            if (length < limit)
            {
                kept++;
                sum += length;
                longest = Math.Max(longest, length);
            }
        }

        long mean = sum / kept;
        ulong squares = 0;
        foreach (long length in _lengthsUs)
        {
            squares += length < limit ? (ulong)((length - mean) * (length - mean)) : 0;
        }

        return (kept, longest, mean, squares / (ulong)kept);
    }

    [InlineArray(Count)]
    private struct Lengths
    {
        private long _first;
    }
}
