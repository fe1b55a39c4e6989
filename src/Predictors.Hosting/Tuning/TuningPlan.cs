using Predictors.Ranking;

namespace Predictors.Hosting;

/// <summary>What is tuned, and how it is judged.</summary>
public sealed record TuningPlan
{
    /// <summary>The predictor with the values to try.</summary>
    public required PredictorSpec Spec { get; init; }

    /// <summary>
    /// The machine, and the rule of the other side: <see cref="RunPlan.HostPolling"/> where a rule of the guest is tuned,
    /// <see cref="RunPlan.Guest"/> where one of the host is. Its contenders do not matter.
    /// </summary>
    public required RunPlan Run { get; init; }

    /// <summary>What a setting must keep to.</summary>
    public TuningBounds Bounds { get; init; } = new();

    /// <summary>The seed of the intervals' draws.</summary>
    public ulong Seed { get; init; } = 1;
}
