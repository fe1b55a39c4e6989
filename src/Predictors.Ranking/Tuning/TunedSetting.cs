namespace Predictors.Ranking;

/// <summary>A setting that was tried.</summary>
/// <param name="Spec">Its SPEC.</param>
/// <param name="Changes">How many parameters differ from their defaults.</param>
/// <param name="Distance">How far they differ from them; of settings that cost the same the nearest to the defaults is taken.</param>
/// <param name="Parts">What it did on each half of each trace.</param>
public sealed record TunedSetting(string Spec, int Changes, double Distance, IReadOnlyList<PartScore> Parts)
{
    /// <summary>The mean over halves of the logarithm of cost / clairvoyant cost.</summary>
    /// <param name="parts">The halves, by index; those without a cost to compare with are left out.</param>
    /// <returns>The logarithm of the geometric mean; 0 where no half has a cost to compare with.</returns>
    public double LogCostRatio(IEnumerable<int> parts)
    {
        double sum = 0;
        int count = 0;
        foreach (int part in parts)
        {
            if (Parts[part].IsRated)
            {
                sum += Math.Log(Parts[part].CostNs / Parts[part].ClairvoyantCostNs);
                count++;
            }
        }

        return count == 0 ? 0 : sum / count;
    }
}
