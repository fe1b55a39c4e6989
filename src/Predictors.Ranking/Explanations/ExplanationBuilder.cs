using Predictors.Abstractions;
using Predictors.IdlePath;

namespace Predictors.Ranking;

/// <summary>Sorts the idle periods of a run as they come; memory does not grow with the trace.</summary>
/// <param name="options">What is shown.</param>
/// <param name="beginNs">Where the scored part of the trace begins, in ns.</param>
public sealed class ExplanationBuilder(ExplanationOptions options, long beginNs)
{
    private readonly SortedDictionary<PeriodOutcome, PeriodSums> _byOutcome = [];
    private readonly SortedDictionary<WakeCause, PeriodSums> _byCause = [];
    private readonly SortedDictionary<long, PeriodSums> _byLength = [];
    private readonly TimeSlices _byTime = new(beginNs);
    private readonly TopPeriods _costliest = new(options.Top);
    private readonly TopPeriods _firstCostsMore = new(options.Top);
    private readonly TopPeriods _secondCostsMore = new(options.Top);
    private PeriodSums _total;

    /// <summary>Adds the idle periods of a chunk.</summary>
    /// <param name="firstIndex">How many idle periods of the vCPU came before.</param>
    /// <param name="first">The periods under the predictor that is explained.</param>
    /// <param name="second">The same periods under the one that it is compared with; empty where there is none.</param>
    /// <param name="clairvoyantNs">The least that each could cost, in ns.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void Add(
        long firstIndex, IReadOnlyList<ReplayedPeriod> first, IReadOnlyList<ReplayedPeriod> second, IReadOnlyList<double> clairvoyantNs)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(clairvoyantNs);
        if (first.Count != clairvoyantNs.Count || (second.Count > 0 && second.Count != first.Count))
        {
            throw new ArgumentException($"{first.Count} periods against {second.Count}, and {clairvoyantNs.Count} bounds.", nameof(first));
        }

        for (int i = 0; i < first.Count; i++)
        {
            if (first[i].IsScored)
            {
                Add(firstIndex + i + 1, first[i], second.Count > 0 ? second[i] : null, clairvoyantNs[i]);
            }
        }
    }

    /// <summary>Ends the trace.</summary>
    /// <returns>The explanation.</returns>
    public Explanation Build() => new()
    {
        Total = _total,
        ByOutcome = Groups(_byOutcome),
        ByCause = Groups(_byCause),
        ByLength = Groups(_byLength),
        ByTime = [.. _byTime.ToGroups()],
        SliceNs = _byTime.LengthNs,
        Costliest = _costliest.ToList(),
        FirstCostsMore = _firstCostsMore.ToList(),
        SecondCostsMore = _secondCostsMore.ToList(),
        Options = options,
    };

    private void Add(long number, ReplayedPeriod first, ReplayedPeriod? second, double clairvoyantNs)
    {
        var sums = new PeriodSums(1, first.Cost, second?.Cost ?? default, clairvoyantNs);
        _total += sums;
        Add(_byOutcome, first.Outcome, sums);
        Add(_byCause, first.Exit.Cause, sums);
        Add(_byLength, LengthClass.Of(first.ArrivalNs), sums);
        _byTime.Add(first.Entry.NowNs, sums);

        double costNs = first.Cost.CostNs(options.ExchangeRate);
        Keep(_costliest, options.ByAvoidableCost ? costNs - clairvoyantNs : costNs);
        if (second is { } other)
        {
            double moreNs = costNs - other.Cost.CostNs(options.ExchangeRate);
            if (moreNs != 0)
            {
                Keep(moreNs > 0 ? _firstCostsMore : _secondCostsMore, Math.Abs(moreNs));
            }
        }

        void Keep(TopPeriods top, double value)
        {
            if (top.Takes(value, first.Entry.NowNs, first.Entry.Vcpu))
            {
                top.Add(value, Explain(number, first, second, clairvoyantNs));
            }
        }
    }

    private static ExplainedPeriod Explain(long number, in ReplayedPeriod first, in ReplayedPeriod? second, double clairvoyantNs) => new()
    {
        Vcpu = first.Entry.Vcpu,
        Number = number,
        EntryNs = first.Entry.NowNs,
        IdleNs = first.ArrivalNs,
        Cause = first.Exit.Cause,
        First = SideOf(first),
        Second = second is { } other ? SideOf(other) : null,
        ClairvoyantNs = clairvoyantNs,
    };

    private static PeriodSide SideOf(in ReplayedPeriod period) => new(period.WindowNs, period.Outcome, period.Cost);

    private static void Add<TKey>(SortedDictionary<TKey, PeriodSums> groups, TKey key, PeriodSums sums)
        where TKey : notnull => groups[key] = groups.GetValueOrDefault(key) + sums;

    private static IReadOnlyList<PeriodGroup<TKey>> Groups<TKey>(SortedDictionary<TKey, PeriodSums> groups)
        where TKey : notnull => [.. groups.Select(g => new PeriodGroup<TKey>(g.Key, g.Value))];
}
