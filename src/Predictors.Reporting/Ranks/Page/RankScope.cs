using Predictors.IdlePath;
using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>The scores that a picture shows: of all traces that are in the cost ratio, or of one trace.</summary>
internal sealed record RankScope(string Name, IReadOnlyList<RankedTrace> Traces, IReadOnlyList<Contender> Contenders)
{
    /// <summary>All traces together, where there are several, then each of them.</summary>
    public static IReadOnlyList<RankScope> Of(Leaderboard board)
    {
        Contender[] contenders = [.. board.Standings.Select(s => s.Contender)];
        ILookup<TraceSummary, Score> scores = board.Scores.ToLookup(s => s.Trace);
        RankedTrace[] traces = [.. board.Traces.Select((trace, i) => new RankedTrace(trace, Ordered(scores[trace]), i < board.Details.Count ? board.Details[i] : null, board.Given))];
        var all = new RankScope("all traces", [.. traces.Where(t => t.IsRated)], contenders);
        IEnumerable<RankScope> each = traces.Select(t => new RankScope(t.Trace.Name, [t], contenders));
        return traces.Length == 1 ? [.. each] : [all, .. each];

        Dictionary<Contender, Score> Ordered(IEnumerable<Score> of) => of.DistinctBy(s => s.Contender).ToDictionary(s => s.Contender);
    }

    public bool IsEmpty => Traces.Count == 0 || Contenders.Count == 0 || Traces.Any(t => t.Trace.CapacityNs <= 0);

    public IEnumerable<Score> ScoresOf(Contender contender) => Traces.Select(t => t.Scores[contender]);

    public LatencyHistogram LatencyOf(Contender contender)
    {
        var sum = new LatencyHistogram();
        foreach (Score score in ScoresOf(contender))
        {
            sum.Add(score.Result.Latency);
        }

        return sum;
    }

    /// <summary>The mean over the traces of an account, in % of span x vCPUs.</summary>
    public double PercentOf(Contender contender, Account account) =>
        ScoresOf(contender).Average(s => account.Ns(s.Result.Accounts) / s.Trace.CapacityNs * 100);
}
