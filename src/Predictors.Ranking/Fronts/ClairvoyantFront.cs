using Predictors.IdlePath;

namespace Predictors.Ranking;

/// <summary>
/// The least wake-up latency that knowledge of the future buys with a budget of CPU waste: no replay of the trace lies below or to the left
/// of this line.
/// </summary>
/// <remarks>
/// Under a budget, the idle periods with the best saving of latency per ns of waste are polled first (the fractional knapsack: Dantzig, 1957).
/// At an exchange rate r that solution is the one of least waste + r x latency, of which <see cref="LeastCosts"/> gives the sum: a line that the
/// front touches. The front here is where those lines cross, for rates an eighth of a power of two apart. Idle periods of about the same length
/// count as the shortest of them, so that it stays a bound.
/// </remarks>
public static class ClairvoyantFront
{
    private const int RatesPerOctave = 8;
    private const int FirstOctave = -12;
    private const int LastOctave = 24;

    /// <summary>The front of one trace.</summary>
    /// <param name="lengths">Its scored idle periods.</param>
    /// <param name="costs">The machine.</param>
    /// <returns>Its corners, in ns of waste and in ns of latency over all wake-ups: ascending waste, descending latency; convex.</returns>
    public static IReadOnlyList<FrontPoint> Of(IdleLengths lengths, IdlePathCosts costs)
    {
        ArgumentNullException.ThrowIfNull(lengths);
        ArgumentNullException.ThrowIfNull(costs);
        (IdleKind Kind, long ShortestNs, long Count)[] alike = [.. lengths.Alike()];
        var corners = new List<FrontPoint>();
        double rate = 0;
        double costNs = Cost(alike, costs, rate);
        for (int i = FirstOctave * RatesPerOctave; i <= LastOctave * RatesPerOctave; i++)
        {
            double nextRate = Math.Pow(2, (double)i / RatesPerOctave);
            double nextNs = Cost(alike, costs, nextRate);
            double latencyNs = Math.Max(0, (nextNs - costNs) / (nextRate - rate));
            Add(corners, new FrontPoint(Math.Max(0, costNs - (rate * latencyNs)), latencyNs));
            (rate, costNs) = (nextRate, nextNs);
        }

        return corners;
    }

    /// <summary>The front of a mean over traces: the least mean latency at each mean waste.</summary>
    /// <param name="fronts">The fronts of the traces, scaled alike: one or more.</param>
    /// <returns>Its corners: ascending waste, descending latency; convex.</returns>
    public static IReadOnlyList<FrontPoint> Mean(IReadOnlyList<IReadOnlyList<FrontPoint>> fronts)
    {
        ArgumentNullException.ThrowIfNull(fronts);
        ArgumentOutOfRangeException.ThrowIfZero(fronts.Count);
        IReadOnlyList<FrontPoint>[] known = [.. fronts.Where(f => f.Count > 0)];
        if (known.Length < fronts.Count)
        {
            return [];
        }

        // The mean of convex fronts spends where the next bit of waste saves most, on whichever trace that is.
        var at = new FrontPoint(known.Average(f => f[0].Waste), known.Average(f => f[0].Latency));
        List<FrontPoint> corners = [at];
        IEnumerable<FrontPoint> steps = known
            .SelectMany(f => f.Skip(1).Zip(f, (to, from) => new FrontPoint(to.Waste - from.Waste, to.Latency - from.Latency)))
            .OrderBy(step => Math.Atan2(step.Latency, step.Waste));
        foreach (FrontPoint step in steps)
        {
            at = new FrontPoint(at.Waste + (step.Waste / known.Length), at.Latency + (step.Latency / known.Length));
            corners.Add(at);
        }

        return corners;
    }

    private static double Cost((IdleKind Kind, long ShortestNs, long Count)[] alike, IdlePathCosts costs, double rate)
    {
        var least = new LeastCosts(costs, rate);
        return alike.Sum(a => a.Count * least.Of(a.ShortestNs, a.Kind.Cause, a.Kind.TaskRan, a.Kind.TickRuns));
    }

    // Where no period changes sides between two rates their lines cross in the same corner, but for rounding.
    private static void Add(List<FrontPoint> corners, FrontPoint next)
    {
        const double same = 1e-9;
        if (corners.Count == 0)
        {
            corners.Add(next);
        }
        else if (next.Latency < corners[^1].Latency * (1 - same) && next.Waste > corners[^1].Waste * (1 + same))
        {
            corners.Add(next);
        }
    }
}
