using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>The answer of a ranking in a sentence or two.</summary>
internal static class RankVerdict
{
    private const int Named = 3;

    public static string Of(IReadOnlyList<Standing> standings)
    {
        if (standings.Count == 0)
        {
            return "Nobody is ranked.";
        }

        var labels = new ContenderLabels(standings.Select(s => s.Contender));
        Standing best = standings[0];
        string[] tied = [.. standings.Skip(1).Where(s => s.Rank == 1).Select(s => labels.Of(s.Contender))];
        return $"{labels.Of(best.Contender)} costs least: {NumberText.Fixed(best.CostRatio, 3)} times what knowledge of the future would cost "
            + $"(95 % interval {NumberText.Fixed(best.Low, 3)} to {NumberText.Fixed(best.High, 3)}). "
            + $"It burns {NumberText.Fixed(best.WastePercent, 2)} % of the CPU time, and a wake-up waits {DurationText.Format(best.MeanLatencyNs)} on average. "
            + (tied.Length == 0 ? standings.Count > 1 ? "No other is as good." : string.Empty : $"{Names(tied)} can't be told apart from it.");
    }

    private static string Names(string[] names) => names.Length switch
    {
        1 => names[0],
        <= Named => $"{string.Join(", ", names[..^1])} and {names[^1]}",
        _ => $"{string.Join(", ", names[..(Named - 1)])} and {names.Length - Named + 1} more",
    };
}
