using System.Text.Json.Serialization;

namespace Predictors.IdlePath;

/// <summary>
/// One cost of a machine profile, and where the figures come from. It has exactly one of three forms: a constant, a distribution, or a table
/// over the time asleep whose rows are constants or distributions.
/// </summary>
/// <param name="Source">Where the figures come from: a measurement, a publication, a derivation.</param>
/// <param name="Ns">A constant, in ns: 0 or more; or null.</param>
/// <param name="Quantiles">A distribution, by its quantiles from share 0 to share 1; or null.</param>
/// <param name="AfterSleep">A table over the time asleep, from 0 on; or null.</param>
[method: JsonConstructor]
public sealed record ProfileCost(
    [property: JsonPropertyOrder(1)] string Source,
    long? Ns = null,
    IReadOnlyList<CostQuantile>? Quantiles = null,
    IReadOnlyList<CostAfterSleep>? AfterSleep = null)
{
    /// <summary>A constant.</summary>
    /// <param name="ns">The cost, in ns: 0 or more.</param>
    /// <param name="source">Where the figure comes from.</param>
    public ProfileCost(long ns, string source)
        : this(source, (long?)ns)
    {
    }

    /// <summary>Whether the cost is the same at all times.</summary>
    [JsonIgnore]
    public bool IsConstant => Ns is not null;

    /// <summary>The least that the cost can be, in ns.</summary>
    [JsonIgnore]
    public long LeastNs => Ns ?? Quantiles?[0].Ns ?? AfterSleep?.Min(row => row.LeastNs) ?? 0;
}
