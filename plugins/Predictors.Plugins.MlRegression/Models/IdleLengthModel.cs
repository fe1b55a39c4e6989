using System.Text.Json.Serialization;
using Predictors.Plugins.MlRegression.Features;

namespace Predictors.Plugins.MlRegression.Models;

/// <summary>
/// What a regression learned, in flat arrays. Immutable and shared by all vCPUs; scoring allocates nothing.
/// </summary>
internal abstract class IdleLengthModel
{
    // No sane prediction of a logarithm has such terms, and sums of them can't leave the range of a float.
    private protected const double LargestTerm = 1e6;

    /// <summary>The predicted logarithm (<see cref="LogLength"/>) of the idle length.</summary>
    public abstract float Score(ReadOnlySpan<float> features);

    /// <summary>What one prediction with this model takes, with the features, in ns.</summary>
    /// <remarks>
    /// Measured on a 2.1 GHz vCPU by the benchmark <c>decisions</c>. With a linear model that is the whole decision; with trees the learning on the
    /// spot comes on top.
    /// </remarks>
    [JsonIgnore]
    public abstract long DecisionCostNs { get; }

    /// <summary>Checks everything that <see cref="Score"/> relies on.</summary>
    /// <exception cref="InvalidDataException">The model is not sound; the message says where.</exception>
    public abstract void Validate();

    private protected static bool IsSane(double term) => Math.Abs(term) <= LargestTerm;
}
