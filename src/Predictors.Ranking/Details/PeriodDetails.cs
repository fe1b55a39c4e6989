using Predictors.IdlePath;

namespace Predictors.Ranking;

/// <summary>
/// What pictures need of the idle periods of a replay: the poll windows, a stretch of the busiest vCPU, and the periods that cost most.
/// </summary>
/// <param name="exchangeRate">How many ns of burnt CPU one ns of latency is worth: 0 or more.</param>
/// <param name="limit">After how many scored periods to stop looking.</param>
/// <param name="stretch">How many consecutive periods of a vCPU to keep.</param>
public sealed class PeriodDetails(double exchangeRate, long limit, int stretch) : IReplayObserver
{
    private const int Costly = 25;

    private readonly SortedDictionary<int, (long Seen, List<ReplayedPeriod> First)> _vcpus = [];
    private readonly PriorityQueue<ReplayedPeriod, (double CostNs, long Newest)> _costliest = new();
    private readonly long[] _windows = new long[LogBuckets.Count];

    /// <summary>How many scored periods were looked at.</summary>
    public long Seen { get; private set; }

    /// <summary>Whether that is as many as were asked for.</summary>
    public bool IsFull => Seen >= limit;

    /// <summary>How many poll windows there are in each of the <see cref="LogBuckets"/>.</summary>
    public IReadOnlyList<long> Windows => _windows;

    /// <summary>The first scored periods of the vCPU that has the most of them, in time order.</summary>
    public IReadOnlyList<ReplayedPeriod> Stretch => _vcpus.Count == 0 ? [] : _vcpus.Values.MaxBy(v => v.Seen).First;

    /// <summary>The periods that cost most, the costliest first.</summary>
    public IReadOnlyList<ReplayedPeriod> Costliest =>
        [.. _costliest.UnorderedItems.OrderByDescending(i => i.Priority).Select(i => i.Element)];

    /// <inheritdoc/>
    public void Observe(in ReplayedPeriod period)
    {
        if (!period.IsScored || IsFull)
        {
            return;
        }

        Seen++;
        _windows[LogBuckets.Of(period.WindowNs)]++;
        (long seen, List<ReplayedPeriod> first) = _vcpus.GetValueOrDefault(period.Entry.Vcpu, (0, []));
        if (first.Count < stretch)
        {
            first.Add(period);
        }

        _vcpus[period.Entry.Vcpu] = (seen + 1, first);

        // Of equals the earlier one stays.
        _costliest.Enqueue(period, (period.Cost.CostNs(exchangeRate), -Seen));
        if (_costliest.Count > Costly)
        {
            _costliest.Dequeue();
        }
    }
}
