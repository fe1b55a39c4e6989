using Predictors.Ranking;

namespace Predictors.Hosting;

/// <summary>Puts the result of a tuning together.</summary>
internal sealed class TuningReport(TuningPlan plan, TuningSpace space, TraceHalves halves, TriedSettings tried)
{
    private const int ShownSettings = 3;

    private readonly LeaderboardOptions _options = new() { ExchangeRate = plan.Run.ExchangeRate, Seed = plan.Seed };

    public TuningResult Of(
        SettingSearch whole, FoldSearch[] folds, FoldSearch[]? foldsOverTime, IProgress<double> progress, CancellationToken cancellation)
    {
        (TunedSetting best, bool keeps) = whole.Best();
        PredictorChoice found = Choice(whole, best.Spec);
        List<PredictorChoice> replayed =
        [
            .. new[] { space.Default, found }
                .Concat(folds.Concat(foldsOverTime ?? []).Select(f => Choice(f.Search, f.Search.Best().Setting.Spec)))
                .DistinctBy(c => c.Text),
        ];
        TraceRun[] runs =
        [
            .. halves.Run(plan.Run with { Contenders = replayed }, progress, cancellation).Select(o => o.Run),
        ];
        Gain? heldOut = GainOf(folds, replayed, runs);
        Gain? heldOutInTime = foldsOverTime is null ? null : GainOf(foldsOverTime, replayed, runs);
        bool defaultKeeps = Keeps(tried.Settings[space.Default.Text]);
        var verdict = new VerdictText(space.Default, found, keeps, defaultKeeps, heldOut, heldOutInTime, plan.Bounds);
        PredictorChoice recommended = verdict.Verdict == TuningVerdict.KeepDefault ? space.Default : found;
        return new TuningResult
        {
            Traces = [.. Enumerable.Range(0, halves.Traces).Select(t => Joined(runs[2 * t].Trace, runs[(2 * t) + 1].Trace))],
            Verdict = verdict.Verdict,
            Sentence = verdict.Sentence,
            Default = space.Default.ToContender(),
            Recommended = recommended.ToContender(),
            Values = recommended.Values,
            AppliedBy = recommended.Predictor.Description.AppliedBy,
            HeldOut = heldOut,
            HeldOutInTime = heldOutInTime,
            Figures = TunedFigures.Of(new[] { space.Default, found }.DistinctBy(c => c.Text), replayed, runs, plan.Run),
            Neighbours = new SettingNeighbours(space, plan.Bounds, tried).Of(found, out IReadOnlyList<FlatRange> ranges),
            Ranges = ranges,
            Warnings = [.. Warnings(recommended, cancellation)],
            Notes = [.. Notes(folds, foldsOverTime, heldOut)],
            Tried = tried.Settings.Count,
            Bounds = plan.Bounds,
            Options = _options,
        };
    }

    private PredictorChoice Choice(SettingSearch search, string spec) =>
        spec == space.Default.Text ? space.Default : space.Choice(search.ValuesOf(spec));

    private bool Keeps(TunedSetting setting) =>
        Enumerable.Range(0, 2).All(half => plan.Bounds.Excess(TuningFold.Half(halves.Traces, half).Select(p => setting.Parts[p])) == 0);

    private Gain? GainOf(FoldSearch[] folds, List<PredictorChoice> replayed, TraceRun[] runs)
    {
        int byDefault = replayed.FindIndex(c => c.Text == space.Default.Text);
        return Gain.Of(
            from fold in folds
            let chosen = replayed.FindIndex(c => c.Text == fold.Search.Best().Setting.Spec)
            from part in fold.Fold.Judged
            where runs[part].Clairvoyant.CostNs > 0
            select new PairedCosts(TraceHalves.KeyOf(part), CostsOf(runs[part], byDefault), CostsOf(runs[part], chosen)),
            _options.Replicates,
            _options.Seed);
    }

    private double[] CostsOf(TraceRun run, int contender) =>
        [.. run.Results[contender]!.Blocks.Select(b => b.CostNs(plan.Run.ExchangeRate))];

    private static TraceSummary Joined(TraceSummary earlier, TraceSummary later) => earlier with
    {
        SpanNs = earlier.SpanNs + later.SpanNs,
        IdlePeriods = earlier.IdlePeriods + later.IdlePeriods,
        Arrivals = new ArrivalCounts(
            earlier.Arrivals.Measured + later.Arrivals.Measured,
            earlier.Arrivals.Estimated + later.Arrivals.Estimated,
            earlier.Arrivals.Unknown + later.Arrivals.Unknown),
    };

    private IEnumerable<string> Warnings(PredictorChoice recommended, CancellationToken cancellation)
    {
        foreach (PredictorChoice choice in new[] { space.Default, recommended }.DistinctBy(c => c.Text))
        {
            foreach ((string trace, PollMisses misses) in halves.Watch(plan.Run with { Contenders = [choice] }, cancellation))
            {
                foreach (string warning in MissWarnings.Of(choice.Text, trace, misses))
                {
                    yield return warning;
                }
            }
        }
    }

    private IEnumerable<string> Notes(FoldSearch[] folds, FoldSearch[]? foldsOverTime, Gain? heldOut)
    {
        yield return halves.Traces > 1
            ? "Held out: each half of a trace is judged under the setting that the other halves of the other traces lead to; "
                + "held out in time: under the one that the other halves of the same traces lead to."
            : "Held out: each half of the trace is judged under the setting that the other half leads to.";
        string[] chosen = [.. folds.Select(f => f.Search.Best().Setting.Spec).Distinct()];
        yield return chosen.Length == 1
            ? $"Every held-out half led to the same setting, {chosen[0]}."
            : $"The held-out halves led to {chosen.Length} settings: {string.Join("; ", chosen.Take(ShownSettings))}{(chosen.Length > ShownSettings ? "; ..." : string.Empty)}.";
        FoldSearch[] judged = [.. folds.Concat(foldsOverTime ?? [])];
        int broken = judged.Count(f => plan.Bounds.Excess(f.Fold.Judged.Select(p => f.Search.Best().Setting.Parts[p])) > 0);
        if (broken > 0)
        {
            yield return $"The bounds are tight: {broken} of {judged.Length} settings that kept to them where they were chosen broke them on the halves held out.";
        }

        if (heldOut is { Blocks: < Gain.FewestBlocks })
        {
            yield return $"There are only {heldOut.Blocks} blocks of idle periods to draw from: too few for an interval that says anything.";
        }

        foreach (RunFault fault in tried.Faults.Values.Take(3))
        {
            yield return $"A setting failed and was left out: {fault}.";
        }

        foreach (string note in halves.Notes)
        {
            yield return note;
        }
    }
}
