using CsCheck;
using Predictors.IdlePath;

namespace Predictors.Reporting.Tests;

public sealed class LatencyCurveTests
{
    [Test]
    public void Curve_FewLatencies_HoldsThemAll()
    {
        LatencyCurve curve = Of([100, 100, 2_000, 3_000]);

        Assert.That(curve.Points, Is.EqualTo(((long, double)[])[(100, 0.5), (2_000, 0.25), (3_000, 0)]).Or.EqualTo(
            ((long, double)[])[(100, 0.5), (LogBuckets.LongestNs(LogBuckets.Of(2_000)), 0.25), (3_000, 0)]));
    }

    [Test]
    public void Curve_AnyLatencies_IsTrueWhereItHasAPointAndNearBetween() => Gen.Long[0, 1_000_000].Array[1, 2_000].Sample(latencies =>
    {
        LatencyCurve curve = Of(latencies);

        Assert.That(curve.Points[^1], Is.EqualTo((latencies.Max(), 0.0)));
        Assert.That(curve.Points.Select(p => p.Ns), Is.Ordered.Ascending);
        foreach ((long ns, double above) in curve.Points)
        {
            Assert.That(above, Is.EqualTo((double)latencies.Count(l => l > ns) / latencies.Length));
        }

        foreach (long ns in latencies.Take(50))
        {
            // The curve holds its last point's share until the next one.
            double shown = curve.Points.LastOrDefault(p => p.Ns <= ns, (0, 1)).Above;
            double real = (double)latencies.Count(l => LogBuckets.Of(l) > LogBuckets.Of(ns)) / latencies.Length;
            Assert.That(real, Is.GreaterThanOrEqualTo(shown - LatencyCurve.LeastShare - 1e-9 - (double)latencies.Count(l => LogBuckets.Of(l) == LogBuckets.Of(ns)) / latencies.Length));
        }
    }, iter: 100);

    [Test]
    public void Curve_WithoutLatencies_HasNoPoints() => Assert.That(Of([]).Points, Is.Empty);

    private static LatencyCurve Of(long[] latencies)
    {
        var histogram = new LatencyHistogram();
        foreach (long latencyNs in latencies)
        {
            histogram.Record(latencyNs);
        }

        return LatencyCurve.Of(0, histogram);
    }
}
