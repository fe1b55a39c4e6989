namespace Predictors.Abstractions;

/// <summary>
/// Brings in a predictor that is a class. Slower than a struct: both calls go through the interface.
/// </summary>
/// <param name="predictor">The predictor of one vCPU.</param>
public readonly struct ClassPredictor(IIdlePredictor predictor) : IIdlePredictor
{
    /// <inheritdoc/>
    public long PredictPollNs(in IdleEntry entry) => predictor.PredictPollNs(in entry);

    /// <inheritdoc/>
    public void Observe(in IdleExit exit) => predictor.Observe(in exit);
}
