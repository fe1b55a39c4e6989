using Predictors.Abstractions;

namespace Predictors.Ranking;

/// <summary>One idle period: what one or two predictors did with it, and the least that it could cost.</summary>
public sealed record ExplainedPeriod
{
    /// <summary>The vCPU.</summary>
    public required int Vcpu { get; init; }

    /// <summary>Which idle period of the vCPU it is, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>Idle entry, on the trace's clock, in ns.</summary>
    public required long EntryNs { get; init; }

    /// <summary>From the entry to the arrival of the wake-up, in ns.</summary>
    public required long IdleNs { get; init; }

    /// <summary>The wake cause.</summary>
    public required WakeCause Cause { get; init; }

    /// <summary>The predictor that is explained.</summary>
    public required PeriodSide First { get; init; }

    /// <summary>The predictor that it is compared with; null where there is none.</summary>
    public required PeriodSide? Second { get; init; }

    /// <summary>The least cost of the period, whatever was decided, in ns.</summary>
    public required double ClairvoyantNs { get; init; }
}
