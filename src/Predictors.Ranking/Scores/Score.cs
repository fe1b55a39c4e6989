using Predictors.IdlePath;

namespace Predictors.Ranking;

/// <summary>One contender on one trace, held against the clairvoyant.</summary>
public sealed record Score
{
    // Sums of doubles over the same periods may differ in their last digits.
    private const double Rounding = 1e-9;

    private Score(Contender contender, TraceSummary trace, ReplayResult result, double costNs, double clairvoyantCostNs, bool againstBound)
    {
        Contender = contender;
        Trace = trace;
        Result = result;
        CostNs = costNs;
        ClairvoyantCostNs = clairvoyantCostNs;
        AgainstBound = againstBound;
    }

    /// <summary>The contender.</summary>
    public Contender Contender { get; }

    /// <summary>The trace.</summary>
    public TraceSummary Trace { get; }

    /// <summary>What the contender did on it.</summary>
    public ReplayResult Result { get; }

    /// <summary>CPU waste + exchange rate x latency, in ns.</summary>
    public double CostNs { get; }

    /// <summary>The least cost that knowledge of the future allows, in ns; where <see cref="AgainstBound"/> is false, that of the best contender.</summary>
    public double ClairvoyantCostNs { get; }

    /// <summary>Whether the score is held against the clairvoyant bound: not in closed loop, where none is known.</summary>
    public bool AgainstBound { get; }

    /// <summary>Cost / clairvoyant cost: 1 or more; null where the clairvoyant costs nothing.</summary>
    public double? CostRatio => ClairvoyantCostNs > 0 ? CostNs / ClairvoyantCostNs : null;

    /// <summary>Cost / clairvoyant cost - 1: 0 or more; null where the clairvoyant costs nothing, or no bound is known.</summary>
    public double? Regret => AgainstBound && ClairvoyantCostNs > 0 ? (CostNs - ClairvoyantCostNs) / ClairvoyantCostNs : null;

    /// <summary>CPU time on offer, in ns: span x vCPUs, in closed loop elapsed time x vCPUs.</summary>
    public double CapacityNs => Result.ClosedLoop is { } loop ? (double)loop.ElapsedNs * Trace.Vcpus : Trace.CapacityNs;

    /// <summary>CPU waste in percent of the CPU time on offer; null where there is none.</summary>
    public double? WastePercent => CapacityNs > 0 ? Result.Accounts.WasteNs / CapacityNs * 100 : null;

    /// <summary>Wake-ups caught by the guest's poll in percent of the idle periods; null where there are none.</summary>
    public double? CaughtPercent => Result.IdlePeriods > 0 ? (double)Result.Caught / Result.IdlePeriods * 100 : null;

    /// <summary>Scores a replay.</summary>
    /// <param name="contender">The contender.</param>
    /// <param name="trace">The trace.</param>
    /// <param name="result">What the contender did on it.</param>
    /// <param name="clairvoyant">The trace's bound, under the same exchange rate.</param>
    /// <param name="exchangeRate">How many ns of burnt CPU one ns of latency is worth: 0 or more.</param>
    /// <returns>The score.</returns>
    /// <exception cref="InvalidOperationException">The contender beat the clairvoyant: one of the two is computed wrongly.</exception>
    public static Score Of(
        Contender contender, TraceSummary trace, ReplayResult result, ClairvoyantResult clairvoyant, double exchangeRate)
    {
        ArgumentNullException.ThrowIfNull(contender);
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(clairvoyant);
        double costNs = result.CostNs(exchangeRate);
        if (costNs < clairvoyant.CostNs * (1 - Rounding))
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"{contender.Spec} on {trace.Name} costs {costNs:F0} ns, less than the clairvoyant bound of {clairvoyant.CostNs:F0} ns: the bound or the replay is wrong."));
        }

        return new Score(contender, trace, result, costNs, clairvoyant.CostNs, clairvoyant.IsBound);
    }
}
