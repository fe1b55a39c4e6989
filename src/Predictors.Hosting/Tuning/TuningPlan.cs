using Predictors.Ranking;

namespace Predictors.Hosting;

/// <summary>What is tuned, and how it is judged.</summary>
public sealed record TuningPlan
{
    /// <summary>The predictor with the values to try.</summary>
    public required PredictorSpec Spec { get; init; }

    /// <summary>The machine, its setup (a rule of the host is tuned in the host's place) and the rule of the host. Its contenders do not matter.</summary>
    public required RunPlan Run { get; init; }

    /// <summary>What a setting must keep to.</summary>
    public TuningBounds Bounds { get; init; } = new();

    /// <summary>The seed of the intervals' draws.</summary>
    public ulong Seed { get; init; } = 1;
}
