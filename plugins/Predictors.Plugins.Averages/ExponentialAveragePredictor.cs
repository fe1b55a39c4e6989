using Predictors.Abstractions;

namespace Predictors.Plugins.Averages;

/// <summary>Polls where the exponential average of the idle lengths is short.</summary>
/// <remarks>
/// The prediction of Hwang and Wu (1997, 2000): with weight a, the average moves by a x (last length - average). Not
/// verified, because only secondary notes were at hand: the usual weight of 0.5. The average starts at 0, so a vCPU polls
/// until its first idle lengths say otherwise. The weight is held in 65,536ths and the arithmetic is on integers:
/// decisions are the same on every machine.
/// </remarks>
public struct ExponentialAveragePredictor : IIdlePredictor
{
    private const int WeightShift = 16;

    private readonly long _haltCostNs;
    private readonly long _weight;
    private long _averageNs;

    /// <summary>Makes the predictor of one vCPU; its average is 0.</summary>
    /// <param name="haltCostNs">What a halt costs, in ns: 0 to <see cref="PollWindow.MaxNs"/>.</param>
    /// <param name="weight">The weight of the last length: above 0 and at most 1.</param>
    public ExponentialAveragePredictor(long haltCostNs, double weight)
    {
        _haltCostNs = haltCostNs;
        _weight = (long)Math.Round(weight * (1 << WeightShift));
    }

    /// <inheritdoc/>
    public readonly long PredictPollNs(in IdleEntry entry) =>
        _averageNs > _haltCostNs ? PollWindow.None : _haltCostNs;

    /// <inheritdoc/>
    public void Observe(in IdleExit exit)
    {
        // A day in ns takes 47 bits: the product fits.
        long idleNs = Math.Clamp(exit.IdleNs, 0, PollWindow.MaxNs);
        _averageNs += ((idleNs - _averageNs) * _weight) >> WeightShift;
    }
}
