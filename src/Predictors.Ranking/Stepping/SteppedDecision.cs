using Predictors.Abstractions;
using Predictors.IdlePath;

namespace Predictors.Ranking;

/// <summary>One decision: what the predictor knew, what it decided, what came of it, and what other windows would have come to.</summary>
public sealed record SteppedDecision
{
    /// <summary>Which idle period of the vCPU it is, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>What the predictor was told at the entry, its window, and what became of the period.</summary>
    public required ReplayedPeriod Period { get; init; }

    /// <summary>What the predictor was told at the end of the period before; null for the first.</summary>
    public required IdleExit? Before { get; init; }

    /// <summary>What the period costs a guest that always halts at once.</summary>
    public required CostBlock HaltedAtOnce { get; init; }

    /// <summary>What the period costs a guest that always polls until the wake-up comes.</summary>
    public required CostBlock PolledThrough { get; init; }

    /// <summary>The least that the period could cost, whatever was decided, in ns.</summary>
    public required double ClairvoyantNs { get; init; }

    /// <summary>The better of the two simple windows in hindsight, in ns: 0, or the time to the arrival.</summary>
    /// <param name="exchangeRate">How many ns of burnt CPU one ns of latency is worth.</param>
    public long BestWindowNs(double exchangeRate) =>
        PolledThrough.CostNs(exchangeRate) < HaltedAtOnce.CostNs(exchangeRate) ? Period.ArrivalNs : PollWindow.None;

    /// <summary>What it costs, in ns.</summary>
    /// <param name="exchangeRate">How many ns of burnt CPU one ns of latency is worth.</param>
    public double BestCostNs(double exchangeRate) => Math.Min(PolledThrough.CostNs(exchangeRate), HaltedAtOnce.CostNs(exchangeRate));

    /// <summary>What the decision cost above the better of the two, in ns; below 0 where it was better than both.</summary>
    /// <param name="exchangeRate">How many ns of burnt CPU one ns of latency is worth.</param>
    public double AboveBestNs(double exchangeRate) => Period.Cost.CostNs(exchangeRate) - BestCostNs(exchangeRate);
}
