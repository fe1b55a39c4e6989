namespace Predictors.IdlePath;

/// <summary>
/// Is told of every idle period of a replay, scored or not. A replay that is observed runs period by period, many times slower, to the
/// same result.
/// </summary>
public interface IReplayObserver
{
    /// <summary>An idle period is over. Those of one vCPU come in time order.</summary>
    /// <param name="period">The period.</param>
    void Observe(in ReplayedPeriod period);
}
