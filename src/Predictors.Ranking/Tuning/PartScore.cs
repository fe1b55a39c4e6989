namespace Predictors.Ranking;

/// <summary>What one setting did on one half of one trace: as much as a search needs to keep.</summary>
/// <param name="CostNs">CPU waste + exchange rate x latency, in ns.</param>
/// <param name="ClairvoyantCostNs">The least cost that knowledge of the future allows, in ns; 0 where the half is in no ratio.</param>
/// <param name="WastePercent">CPU waste in percent of span x vCPUs.</param>
/// <param name="WakeUps">Wake-ups that somebody waited for.</param>
/// <param name="WakeUpsInTime">Those of them whose latency is known not to exceed the bound on p99; all of them without a bound.</param>
public readonly record struct PartScore(double CostNs, double ClairvoyantCostNs, double WastePercent, long WakeUps, long WakeUpsInTime)
{
    /// <summary>Whether the half has a cost to compare with.</summary>
    public bool IsRated => ClairvoyantCostNs > 0 && double.IsFinite(WastePercent);
}
