using Predictors.IdlePath;

namespace Predictors.Cli;

/// <summary>Tells observers of every idle period, and stops between two of them: what is replayed at once may take long to write.</summary>
/// <param name="observers">The observers.</param>
/// <param name="cancellation">Stops the replay.</param>
internal sealed class StoppableObservers(IReadOnlyList<IReplayObserver> observers, CancellationToken cancellation) : IReplayObserver
{
    public void Observe(in ReplayedPeriod period)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (IReplayObserver observer in observers)
        {
            observer.Observe(in period);
        }
    }
}
