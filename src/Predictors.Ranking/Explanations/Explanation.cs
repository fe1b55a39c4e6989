using Predictors.Abstractions;
using Predictors.IdlePath;

namespace Predictors.Ranking;

/// <summary>Where the cost of a run comes from. The groups of each kind add up to the run, to the nanosecond.</summary>
public sealed record Explanation
{
    /// <summary>All scored idle periods.</summary>
    public required PeriodSums Total { get; init; }

    /// <summary>By what became of them under the predictor that is explained.</summary>
    public required IReadOnlyList<PeriodGroup<PeriodOutcome>> ByOutcome { get; init; }

    /// <summary>By wake cause.</summary>
    public required IReadOnlyList<PeriodGroup<WakeCause>> ByCause { get; init; }

    /// <summary>By the lower bound of their <see cref="LengthClass"/>, in ns.</summary>
    public required IReadOnlyList<PeriodGroup<long>> ByLength { get; init; }

    /// <summary>By the instant at which their slice of time begins, in ns.</summary>
    public required IReadOnlyList<PeriodGroup<long>> ByTime { get; init; }

    /// <summary>How long a slice of time is, in ns.</summary>
    public required long SliceNs { get; init; }

    /// <summary>The costliest idle periods, the costliest first.</summary>
    public required IReadOnlyList<ExplainedPeriod> Costliest { get; init; }

    /// <summary>Where the predictor that is explained costs most more than the other one.</summary>
    public required IReadOnlyList<ExplainedPeriod> FirstCostsMore { get; init; }

    /// <summary>Where it costs most less than the other one.</summary>
    public required IReadOnlyList<ExplainedPeriod> SecondCostsMore { get; init; }

    /// <summary>What is shown.</summary>
    public required ExplanationOptions Options { get; init; }
}
