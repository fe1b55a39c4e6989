using Predictors.IdlePath;

namespace Predictors.Ranking;

internal sealed class LeaderboardBuilder
{
    private const int FewBlocks = 10;

    private readonly IReadOnlyList<Contender> _contenders;
    private readonly IReadOnlyList<TraceRun> _runs;
    private readonly LeaderboardOptions _options;
    private readonly List<string> _notes = [];
    private readonly Score?[][] _scores;

    public LeaderboardBuilder(IReadOnlyList<Contender> contenders, IReadOnlyList<TraceRun> runs, LeaderboardOptions options)
    {
        _contenders = contenders;
        _runs = runs;
        _options = options;
        foreach (TraceRun run in runs)
        {
            RunShape.Require(run, contenders.Count);
        }

        _scores = [.. runs.Select(ScoresOf)];
    }

    public Leaderboard Build()
    {
        int[] rated = RatedTraces();
        int[] ranked = [.. Enumerable.Range(0, _contenders.Count).Where(c => _scores.All(trace => trace[c] is not null))];
        return new Leaderboard
        {
            Traces = [.. _runs.Select(r => r.Trace)],
            Scores = [.. _scores.SelectMany(trace => trace).OfType<Score>()],
            Standings = rated.Length == 0 || ranked.Length == 0 ? [] : StandingsOf(ranked, rated),
            LeftOut = [.. LeftOut().OrderBy(l => l.Contender.Spec, StringComparer.Ordinal)],
            Notes = _notes,
            Options = _options,
            Given = _contenders,
            Details = _runs.All(r => r.Details is not null) ? [.. _runs.Select(r => r.Details!)] : [],
        };
    }

    private Score?[] ScoresOf(TraceRun run)
    {
        var scores = new Score?[_contenders.Count];
        for (int c = 0; c < scores.Length; c++)
        {
            scores[c] = run.Results[c] is { } result
                ? Score.Of(_contenders[c], run.Trace, result, run.Clairvoyant, _options.ExchangeRate)
                : null;
        }

        return scores;
    }

    private int[] RatedTraces()
    {
        var rated = new List<int>();
        for (int t = 0; t < _runs.Count; t++)
        {
            (TraceSummary trace, ClairvoyantResult clairvoyant, _) = _runs[t];
            if (clairvoyant.CostNs <= 0 || trace.CapacityNs <= 0)
            {
                string reason = trace.CapacityNs > 0 ? "its clairvoyant cost is 0 ns" : "it spans no time";
                _notes.Add($"{trace.Name} is in no cost ratio: {reason}.");
                continue;
            }

            rated.Add(t);
            int blocks = clairvoyant.BlockCostsNs.Count;
            if (blocks < FewBlocks)
            {
                _notes.Add(FormattableString.Invariant(
                    $"{trace.Name} has only {blocks} {(blocks == 1 ? "block" : "blocks")} of idle periods to draw from: the intervals understate its part."));
            }
        }

        if (rated.Count == 0)
        {
            _notes.Add("Nobody is ranked: there is no trace on which the clairvoyant has a cost to compare with.");
        }

        return [.. rated];
    }

    private IEnumerable<LeftOut> LeftOut()
    {
        for (int c = 0; c < _contenders.Count; c++)
        {
            string[] failed = [.. _runs.Where((_, t) => _scores[t][c] is null).Select(r => r.Trace.Name)];
            if (failed.Length > 0)
            {
                yield return new LeftOut(_contenders[c], FormattableString.Invariant(
                    $"it failed on {failed.Length} of {_runs.Count} traces: {string.Join(", ", failed)}"));
            }
        }
    }

    private Standing[] StandingsOf(int[] ranked, int[] rated)
    {
        BlockCosts[] costs = [.. rated.Select(t => CostsOf(_runs[t], ranked))];
        RatioInterval[] intervals = PairedBlockBootstrap.Intervals(costs, _options.Replicates, _options.Seed);
        Standing[] standings = [.. ranked.Select((c, i) => StandingOf([.. rated.Select(t => _scores[t][c]!)], intervals[i]))];
        bool[] front = ParetoFront.Of([.. standings.Select(s => (s.WastePercent, s.MeanLatencyNs))]);
        return
        [
            .. standings
                .Select((s, i) => s with { Pareto = front[i], Rank = 1 + standings.Count(other => other.High < s.Low) })
                .OrderBy(s => s.Rank).ThenBy(s => s.CostRatio).ThenBy(s => s.Contender.Spec, StringComparer.Ordinal),
        ];
    }

    private BlockCosts CostsOf(TraceRun run, int[] ranked) => new(
        run.Trace.Sha256,
        run.Clairvoyant.BlockCostsNs,
        [.. ranked.Select(c => run.Results[c]!.Blocks.Select(b => b.CostNs(_options.ExchangeRate)).ToArray())]);

    private static Standing StandingOf(Score[] scores, RatioInterval interval)
    {
        double ratio = Math.Exp(scores.Average(s => Math.Log(s.CostRatio!.Value)));
        var latency = new LatencyHistogram();
        foreach (Score score in scores)
        {
            latency.Add(score.Result.Latency);
        }

        return new Standing
        {
            Rank = 0,
            Contender = scores[0].Contender,
            CostRatio = ratio,
            // The bias of a bootstrapped ratio does not shrink with the number of traces, its spread does: with very many
            // traces the replicates may miss the ratio itself.
            Low = Math.Min(interval.Low, ratio),
            High = Math.Max(interval.High, ratio),
            Pareto = false,
            WastePercent = scores.Average(s => s.WastePercent!.Value),
            MeanLatencyNs = scores.Average(s => s.Result.Latency.MeanNs),
            LatencyP50Ns = latency.PercentileNs(0.5),
            LatencyP99Ns = latency.PercentileNs(0.99),
            CaughtPercent = scores.Average(s => s.CaughtPercent ?? 0),
        };
    }
}
