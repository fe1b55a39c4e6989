using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>Finds the sweeps among the contenders: rows of a predictor that differ in one parameter.</summary>
internal static class Sweeps
{
    private const int Fewest = 3;

    /// <summary>The sweeps, as places in the list; each in the order in which its rows were given.</summary>
    /// <param name="contenders">The contenders.</param>
    /// <param name="given">The same contenders, in the order in which they were given.</param>
    public static IEnumerable<IReadOnlyList<int>> Of(IReadOnlyList<Contender> contenders, IReadOnlyList<Contender> given)
    {
        Dictionary<Contender, int> places = contenders.Select((c, i) => KeyValuePair.Create(c, i)).ToDictionary();
        foreach (IGrouping<string, Contender> rows in given.Where(places.ContainsKey).GroupBy(c => c.Predictor, StringComparer.Ordinal))
        {
            // Where several parameters vary, the last of them runs along the curves and the others tell the curves apart.
            string? running = rows.First().Parameters.Select(p => p.Key)
                .LastOrDefault(key => rows.Select(c => ValueOf(c, key)).Distinct().Skip(1).Any());
            foreach (IGrouping<string, Contender> sweep in rows.GroupBy(c => string.Join(',', c.Parameters.Where(p => p.Key != running)), StringComparer.Ordinal))
            {
                int[] curve = [.. sweep.Select(c => places[c])];
                if (running is not null && curve.Length >= Fewest)
                {
                    yield return curve;
                }
            }
        }
    }

    private static string? ValueOf(Contender contender, string key) => contender.Parameters.FirstOrDefault(p => p.Key == key).Value;
}
