using Predictors.IdlePath;

namespace Predictors.Hosting;

/// <summary>Keeps the idle periods of a chunk.</summary>
internal sealed class ReplayedPeriods : IReplayObserver
{
    private readonly List<ReplayedPeriod> _periods = [];

    public IReadOnlyList<ReplayedPeriod> All => _periods;

    public void Clear() => _periods.Clear();

    public void Observe(in ReplayedPeriod period) => _periods.Add(period);
}
