using Microsoft.ML.Data;
using Predictors.Plugins.MlRegression.Features;

namespace Predictors.Plugins.MlRegression.Training;

/// <summary>One idle period as Microsoft.ML sees it.</summary>
internal sealed class IdleRow
{
    /// <summary>What was known at idle entry.</summary>
    [VectorType(FeatureVector.Count)]
    public required float[] Features { get; init; }

    /// <summary>The logarithm of the idle length.</summary>
    public required float Label { get; init; }

    /// <summary>The idle length, in ns.</summary>
    [NoColumn]
    public required long IdleNs { get; init; }

    /// <summary>Who woke.</summary>
    [NoColumn]
    public required int Waker { get; init; }
}
