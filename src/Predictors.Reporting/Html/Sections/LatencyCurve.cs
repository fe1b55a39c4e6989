using Predictors.IdlePath;

namespace Predictors.Reporting;

/// <summary>The distribution of one predictor's wake-up latencies.</summary>
/// <param name="Contender">Its place in <see cref="HtmlPage.Contenders"/>.</param>
/// <param name="Points">Latencies in ns, ascending, each with the share of the wake-ups, 0 to 1, that take longer.</param>
public sealed record LatencyCurve(int Contender, IReadOnlyList<(long Ns, double Above)> Points)
{
    /// <summary>A point is left out where the curve moves by less than this share of all wake-ups...</summary>
    internal const double LeastShare = 0.0025;

    /// <summary>...and by less than this share of those that take longer.</summary>
    internal const double LeastOfTail = 0.1;

    /// <summary>The distribution of a histogram, thinned to what the eye can tell.</summary>
    /// <param name="contender">The predictor's place in <see cref="HtmlPage.Contenders"/>.</param>
    /// <param name="latency">Its latencies.</param>
    /// <returns>The curve; without points where there are no latencies.</returns>
    public static LatencyCurve Of(int contender, LatencyHistogram latency)
    {
        ArgumentNullException.ThrowIfNull(latency);
        var points = new List<(long, double)>();
        long rest = latency.Count;
        double kept = 1;
        foreach (LatencyBucket bucket in latency.Buckets)
        {
            rest -= bucket.Count;
            double above = (double)rest / latency.Count;
            if (kept - above >= LeastShare || above <= kept * (1 - LeastOfTail) || rest == 0)
            {
                points.Add((bucket.LongestNs, above));
                kept = above;
            }
        }

        return new LatencyCurve(contender, points);
    }
}
