using CsCheck;

namespace Predictors.IdlePath.Tests;

public sealed class LogBucketsTests
{
    private static readonly Gen<long> s_ns = Gen.OneOf(
        Gen.Long[0, 300], Gen.Long[0, 100_000], Gen.Long[0, long.MaxValue],
        Gen.Select(Gen.Int[0, 62], Gen.Long[-2, 2], (bit, more) => Math.Max(0, (1L << bit) + more)));

    [Test]
    public void Bucket_AnyLength_HoldsItWithinOne64th() => s_ns.Sample(ns =>
    {
        int bucket = LogBuckets.Of(ns);
        long longestNs = LogBuckets.LongestNs(bucket);

        Assert.That(longestNs, Is.GreaterThanOrEqualTo(ns));
        Assert.That(longestNs - ns, Is.LessThanOrEqualTo(ns / 64));
        Assert.That(bucket, Is.InRange(0, LogBuckets.Count - 1));
        Assert.That(LogBuckets.Of(longestNs), Is.EqualTo(bucket), "the bound is in the bucket");
        Assert.That(longestNs == long.MaxValue || LogBuckets.Of(longestNs + 1) == bucket + 1, "buckets follow each other");
        Assert.That(LogBuckets.Of(LogBuckets.ShortestNs(bucket)), Is.EqualTo(bucket));
        Assert.That(bucket == 0 || LogBuckets.Of(LogBuckets.ShortestNs(bucket) - 1) == bucket - 1, "the shortest is the first");
    }, iter: 20_000);

    [Test]
    public void Bucket_UpTo127_IsExact() =>
        Assert.That(Enumerable.Range(0, 128).Select(ns => LogBuckets.LongestNs(LogBuckets.Of(ns))), Is.EqualTo(Enumerable.Range(0, 128)));
}
