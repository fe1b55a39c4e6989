using Predictors.IdlePath;
using Predictors.Traces;

namespace Predictors.Ranking;

/// <summary>
/// The least wake-up latency that knowledge of the future buys with a budget of CPU waste: no replay of the trace lies below or to the left
/// of this line. Feed it all chunks of the trace, then complete it.
/// </summary>
/// <remarks>
/// Under a budget, the idle periods with the best saving of latency per ns of waste are polled first (the fractional knapsack: Dantzig, 1957).
/// At an exchange rate r that solution is the one of least waste + r x latency, which <see cref="ClairvoyantBound"/> gives: a line that the
/// front touches. The front here is where those lines cross, for rates half a power of two apart (above 2^14, two powers), and ends at the
/// least latency of all; in between it may lie a little too low, never too high.
/// </remarks>
/// <param name="settings">The machine and what is scored, as for the replays that are held against it.</param>
public sealed class ClairvoyantFront(ReplaySettings settings)
{
    // From 2^-6 to 2^14, and on in wider steps to 2^24: there, polling for a minute to save three microseconds begins to pay.
    private static readonly double[] s_rates =
    [
        0, .. Enumerable.Range(-12, 41).Select(i => Math.Pow(2, i / 2.0)), .. Enumerable.Range(8, 5).Select(i => Math.Pow(2, 2 * i)),
    ];

    private readonly ClairvoyantBound[] _bounds = [.. s_rates.Select(CostWeights.At).Append(CostWeights.LatencyAlone).Select(w => new ClairvoyantBound(settings, w))];

    /// <summary>How many parts the work has; they may be done at once.</summary>
    public static int Parts => s_rates.Length + 1;

    /// <summary>Adds the next chunk of the trace to one part.</summary>
    /// <param name="part">The part, from 0 to <see cref="Parts"/> - 1.</param>
    /// <param name="chunk">The chunk: those of one vCPU in time order.</param>
    public void Feed(int part, SegmentChunk chunk) => _bounds[part].Feed(chunk);

    /// <summary>Ends the trace.</summary>
    /// <param name="inspection">What was found in the trace, as for <see cref="ClairvoyantBound.Complete"/>.</param>
    /// <returns>The front's corners, in ns of waste and in ns of latency over all wake-ups: ascending waste, descending latency; convex.</returns>
    public IReadOnlyList<FrontPoint> Complete(TraceInspection? inspection = null)
    {
        double[] costsNs = [.. _bounds.Select(b => b.Complete(inspection).CostNs)];
        var corners = new List<FrontPoint>();
        for (int i = 1; i < s_rates.Length; i++)
        {
            double latencyNs = Math.Max(0, (costsNs[i] - costsNs[i - 1]) / (s_rates[i] - s_rates[i - 1]));
            Add(corners, OnLine(i - 1, latencyNs));
        }

        Add(corners, OnLine(s_rates.Length - 1, latencyNs: costsNs[^1]));
        return corners;

        FrontPoint OnLine(int rate, double latencyNs) => new(Math.Max(0, costsNs[rate] - (s_rates[rate] * latencyNs)), latencyNs);
    }

    /// <summary>The front of a mean over traces: the least mean latency at each mean waste.</summary>
    /// <param name="fronts">The fronts of the traces, scaled alike: one or more.</param>
    /// <returns>Its corners: ascending waste, descending latency; convex. None where a trace has none.</returns>
    public static IReadOnlyList<FrontPoint> Mean(IReadOnlyList<IReadOnlyList<FrontPoint>> fronts)
    {
        ArgumentNullException.ThrowIfNull(fronts);
        ArgumentOutOfRangeException.ThrowIfZero(fronts.Count);
        if (fronts.Any(f => f.Count == 0))
        {
            return [];
        }

        // The mean of convex fronts spends where the next bit of waste saves most, on whichever trace that is.
        var at = new FrontPoint(fronts.Average(f => f[0].Waste), fronts.Average(f => f[0].Latency));
        List<FrontPoint> corners = [at];
        IEnumerable<FrontPoint> steps = fronts
            .SelectMany(f => f.Skip(1).Zip(f, (to, from) => new FrontPoint(to.Waste - from.Waste, to.Latency - from.Latency)))
            .OrderBy(step => Math.Atan2(step.Latency, step.Waste));
        foreach (FrontPoint step in steps)
        {
            at = new FrontPoint(at.Waste + (step.Waste / fronts.Count), at.Latency + (step.Latency / fronts.Count));
            corners.Add(at);
        }

        return corners;
    }

    // Where no period changes sides between two rates their lines cross in the same corner, but for rounding.
    private static void Add(List<FrontPoint> corners, FrontPoint next)
    {
        const double same = 1e-9;
        if (corners.Count == 0 || (next.Latency < corners[^1].Latency * (1 - same) && next.Waste > corners[^1].Waste * (1 + same)))
        {
            corners.Add(next);
        }
    }
}
