using Predictors.IdlePath;

namespace Predictors.Ranking;

/// <summary>What one predictor did with an idle period.</summary>
/// <param name="WindowNs">Its poll window, in ns.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Cost">What that cost.</param>
public readonly record struct PeriodSide(long WindowNs, PeriodOutcome Outcome, CostBlock Cost);
