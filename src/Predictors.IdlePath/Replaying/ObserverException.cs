namespace Predictors.IdlePath;

/// <summary>An observer of a replay failed: neither the predictor nor the trace is at fault.</summary>
/// <param name="inner">What it threw.</param>
public sealed class ObserverException(Exception inner) : Exception($"What watches the replay failed: {inner.Message}", inner)
{
    /// <summary>Tells an observer of a period.</summary>
    /// <param name="observer">The observer.</param>
    /// <param name="period">The period.</param>
    /// <exception cref="ObserverException">The observer threw.</exception>
    internal static void Tell(IReplayObserver observer, in ReplayedPeriod period)
    {
        try
        {
            observer.Observe(in period);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new ObserverException(e);
        }
    }
}
