using System.Text.Json.Serialization;

namespace Predictors.IdlePath;

/// <summary>What a cost is after a vCPU was asleep for a time: one row of a table. It has either a constant or a distribution.</summary>
/// <param name="FromNs">The least time asleep of the row, in ns: 0 in the first row; the row holds until the next one begins.</param>
/// <param name="Ns">A constant, in ns: 0 or more; or null.</param>
/// <param name="Quantiles">A distribution, by its quantiles from share 0 to share 1; or null.</param>
public sealed record CostAfterSleep(long FromNs, long? Ns = null, IReadOnlyList<CostQuantile>? Quantiles = null)
{
    /// <summary>The least that the row can be, in ns.</summary>
    [JsonIgnore]
    public long LeastNs => Ns ?? Quantiles?[0].Ns ?? 0;
}
