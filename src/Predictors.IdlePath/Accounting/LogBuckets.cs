using System.Numerics;

namespace Predictors.IdlePath;

/// <summary>
/// Log-linear buckets for lengths of time: one per ns up to 127 ns, beyond that 64 per power of two, so that a bucket is at most 1/64 (1.6 %)
/// of its lengths wide.
/// </summary>
public static class LogBuckets
{
    private const int SubBucketBits = 6;
    private const int SubBuckets = 1 << SubBucketBits;

    /// <summary>How many buckets hold all lengths of 0 ns or more.</summary>
    public const int Count = (64 - SubBucketBits) * SubBuckets;

    /// <summary>The bucket of a length.</summary>
    /// <param name="ns">The length in ns: 0 or more.</param>
    /// <returns>The bucket, from 0 to <see cref="Count"/> - 1.</returns>
    public static int Of(long ns)
    {
        int shift = Math.Max(0, BitOperations.Log2((ulong)ns) - SubBucketBits);
        return (shift << SubBucketBits) + (int)(ns >> shift);
    }

    /// <summary>The shortest length of a bucket.</summary>
    /// <param name="bucket">The bucket, from 0 to <see cref="Count"/> - 1.</param>
    /// <returns>The length, in ns.</returns>
    public static long ShortestNs(int bucket) => bucket == 0 ? 0 : LongestNs(bucket - 1) + 1;

    /// <summary>The longest length of a bucket.</summary>
    /// <param name="bucket">The bucket, from 0 to <see cref="Count"/> - 1.</param>
    /// <returns>The length, in ns.</returns>
    public static long LongestNs(int bucket)
    {
        int shift = Math.Max(0, (bucket >> SubBucketBits) - 1);
        return (((long)bucket - (shift << SubBucketBits) + 1) << shift) - 1;
    }
}
