using Predictors.Abstractions;

namespace Predictors.Plugins.SkiRental;

/// <summary>The deterministic ski-rental rule with a prediction (Purohit, Svitkina, Kumar, NeurIPS 2018).</summary>
/// <remarks>
/// With C the cost of a halt: the window is lambda x C where the predicted idle length is C or more, and C / lambda where
/// it is less. The cost is at most 1 + lambda times the cheapest if the prediction is right and at most 1 + 1 / lambda
/// times if it is wrong (both ratios as cited by later papers; the two windows themselves are not verified). The paper
/// leaves the prediction open; here it is the exponential average of the idle lengths with weight 1/2, which starts at 0.
/// </remarks>
public struct LearningAugmentedPredictor : IIdlePredictor
{
    private readonly long _haltCostNs;
    private readonly long _shortNs;
    private readonly long _longNs;
    private long _predictedNs;

    /// <summary>Makes the predictor of one vCPU.</summary>
    /// <param name="haltCostNs">What a halt costs, in ns: 0 to 10^9.</param>
    /// <param name="lambda">The distrust in the prediction: 0.001 to 1.</param>
    public LearningAugmentedPredictor(long haltCostNs, double lambda)
    {
        _haltCostNs = haltCostNs;
        _shortNs = (long)(haltCostNs * lambda);
        _longNs = (long)(haltCostNs / lambda);
    }

    /// <inheritdoc/>
    public readonly long PredictPollNs(in IdleEntry entry) => _predictedNs >= _haltCostNs ? _shortNs : _longNs;

    /// <inheritdoc/>
    public void Observe(in IdleExit exit) => _predictedNs += (Math.Clamp(exit.IdleNs, 0, PollWindow.MaxNs) - _predictedNs) / 2;
}
