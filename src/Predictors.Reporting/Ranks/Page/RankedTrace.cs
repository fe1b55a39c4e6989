using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>A trace with what the contenders did on it.</summary>
internal sealed record RankedTrace(TraceSummary Trace, IReadOnlyDictionary<Contender, Score> Scores, TraceDetails? Details, IReadOnlyList<Contender> Given)
{
    /// <summary>What a contender did period by period, or null where nobody watched.</summary>
    public PeriodDetails? PeriodsOf(Contender contender)
    {
        int place = Given.TakeWhile(c => !c.Equals(contender)).Count();
        return Details is not null && place < Details.Periods.Count ? Details.Periods[place] : null;
    }

    /// <summary>Whether it is in the cost ratio.</summary>
    public bool IsRated => Trace.CapacityNs > 0 && Scores.Values.All(s => s.CostRatio is not null);

    /// <summary>After how many idle periods a task ran: that does not depend on who decides.</summary>
    private long WakeUps => Scores.Values.FirstOrDefault()?.Result.Latency.Count ?? 0;

    /// <summary>The clairvoyant front in % of span x vCPUs and in ns a wake-up; empty where it is not known.</summary>
    public IReadOnlyList<FrontPoint> Front => Details is null ? [] :
        [.. Details.Front.Select(p => new FrontPoint(p.Waste / Trace.CapacityNs * 100, p.Latency / Math.Max(1, WakeUps)))];
}
