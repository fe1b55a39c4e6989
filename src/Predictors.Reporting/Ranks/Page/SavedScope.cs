using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>What a saved ranking tells of all traces together, or of one; null what it does not tell.</summary>
internal sealed record SavedScope(string Name, FrontPicture? Front, IReadOnlyList<StackBar>? Accounts)
{
    public static IEnumerable<SavedScope> Of(RankResult result, IReadOnlyList<Contender> contenders)
    {
        ILookup<string, RankResultRow> byTrace = result.Results.ToLookup(r => r.TraceSha256, StringComparer.Ordinal);
        SavedScope[] traces =
        [
            .. from trace in result.Traces
               let rows = byTrace[trace.Sha256].Where(r => r.Trace == trace.Name).DistinctBy(r => r.Contender).ToDictionary(r => r.Contender)
               select new SavedScope(trace.Name, FrontOf(Points(contenders, rows)), Bars(trace, contenders, rows)),
        ];
        if (traces.Length != 1)
        {
            yield return new SavedScope("all traces", FrontOf([.. result.Ranking.Select(s => (s.WastePercent, s.LatencyMeanNs))]), Mean(traces));
        }

        foreach (SavedScope trace in traces)
        {
            yield return trace;
        }
    }

    private static (double? Waste, double? Latency)[] Points(IReadOnlyList<Contender> contenders, Dictionary<Contender, RankResultRow> rows) =>
        [.. contenders.Select(c => rows.TryGetValue(c, out RankResultRow? row) ? (row.WastePercent, row.Latency?.MeanNs) : (null, null))];

    private static FrontPicture? FrontOf((double? Waste, double? Latency)[] at)
    {
        if (at.Length == 0 || at.Any(p => p.Waste is null || p.Latency is null))
        {
            return null;
        }

        bool[] front = ParetoFront.Of([.. at.Select(p => (p.Waste!.Value, p.Latency!.Value))]);
        return new FrontPicture([.. at.Select((p, i) => new FrontContender(i, p.Waste!.Value, p.Latency!.Value, front[i]))], []);
    }

    private static StackBar[]? Bars(RankResultTrace trace, IReadOnlyList<Contender> contenders, Dictionary<Contender, RankResultRow> rows)
    {
        double capacityNs = (double)trace.SpanNs * trace.Vcpus;
        return capacityNs <= 0 || contenders.Any(c => !rows.TryGetValue(c, out RankResultRow? row) || row.Accounts is null)
            ? null
            : [.. contenders.Select((c, i) => new StackBar(i, [.. Account.All.Select(a => rows[c].Accounts!.GetValueOrDefault(a.JsonName) / capacityNs * 100)]))];
    }

    private static StackBar[]? Mean(SavedScope[] traces)
    {
        IReadOnlyList<StackBar>[] known = [.. traces.Select(t => t.Accounts).OfType<IReadOnlyList<StackBar>>()];
        return known.Length == 0
            ? null
            : [.. known[0].Select((bar, i) => new StackBar(bar.Contender, [.. bar.Amounts.Select((_, a) => known.Average(t => t[i].Amounts[a]))]))];
    }
}
