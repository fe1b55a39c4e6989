namespace Predictors.Ranking;

/// <summary>The front of waste versus latency: what no other point beats in one without losing in the other.</summary>
public static class ParetoFront
{
    /// <summary>
    /// Tells which points are on the front. A point is off it where another one has no more waste and no more latency,
    /// and less of one of them; equal points are on it or off it together.
    /// </summary>
    /// <param name="points">Waste and latency of each point; no NaN.</param>
    /// <returns>Whether each point is on the front.</returns>
    public static bool[] Of(IReadOnlyList<(double Waste, double Latency)> points)
    {
        int[] order = [.. Enumerable.Range(0, points.Count).OrderBy(i => points[i].Waste).ThenBy(i => points[i].Latency)];
        var onFront = new bool[points.Count];
        (double Waste, double Latency) last = (double.NaN, double.PositiveInfinity);
        foreach (int i in order)
        {
            onFront[i] = points[i].Latency < last.Latency || points[i] == last;
            last = onFront[i] ? points[i] : last;
        }

        return onFront;
    }
}
