using Predictors.IdlePath;
using Predictors.Ranking;
using Predictors.Traces;

namespace Predictors.Hosting;

/// <summary>
/// Looks for the best setting of a predictor on a set of traces, and for what it gains where it was not chosen: each trace is cut at the middle of
/// its span, and each half is judged under a setting that was chosen without it.
/// </summary>
/// <param name="plan">What is tuned.</param>
/// <param name="predictor">The predictor that the plan's SPEC names.</param>
/// <exception cref="SpecException">A parameter or value of the SPEC does not exist, or it leaves nothing to search.</exception>
public sealed class Tuner(TuningPlan plan, PluginPredictor predictor)
{
    private const int MaxRounds = 100;

    private readonly TuningSpace _space = TuningSpace.Of(plan.Spec, predictor);

    /// <summary>What is kept of an earlier run, or null.</summary>
    public Resumption? Resumption { get; init; }

    /// <summary>Runs the search.</summary>
    /// <param name="open">Opens each trace from its beginning; called again and again.</param>
    /// <param name="progress">Is told a share that grows towards 1: how long a search takes is not known beforehand.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="TraceFormatException">A trace can't be read.</exception>
    /// <exception cref="PredictorFaultException">The predictor fails with its defaults.</exception>
    /// <exception cref="OperationCanceledException">The search was stopped.</exception>
    public TuningResult Run(IReadOnlyList<Func<ITraceReader>> open, IProgress<double> progress, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(progress);
        var rounds = new SearchProgress(progress);
        var halves = TraceHalves.Of(open, Resumption, rounds.Next(), cancellation);
        var tried = new TriedSettings(_space, plan, halves);
        int traces = halves.Traces;
        IReadOnlyList<TuningFold> overTime = TuningFold.OverTime(traces);
        IReadOnlyList<TuningFold> overAll = traces > 1 ? TuningFold.OverTracesAndTime(traces) : overTime;

        // A recommendation keeps to the bounds on the earlier halves, and on the later ones.
        IReadOnlyList<int>[] bothHalves = [TuningFold.Half(traces, 0), TuningFold.Half(traces, 1)];
        var whole = new SettingSearch(_space, new SettingChoice(plan.Bounds, [.. bothHalves[0], .. bothHalves[1]], bothHalves), tried.Settings);
        FoldSearch[] foldsOverTime = [.. overTime.Select(f => new FoldSearch(f, Search(f.Fitted, tried)))];
        FoldSearch[] foldsOverAll = traces > 1 ? [.. overAll.Select(f => new FoldSearch(f, Search(f.Fitted, tried)))] : foldsOverTime;
        SettingSearch[] searches = [whole, .. foldsOverTime.Concat(foldsOverAll).Select(f => f.Search).Distinct()];
        for (int round = 0; round < MaxRounds; round++)
        {
            List<string[]> next = [.. searches.SelectMany(s => s.Next())];
            if (next.Count == 0)
            {
                break;
            }

            tried.Try(next, rounds.Next(), cancellation);
        }

        var report = new TuningReport(plan, _space, halves, tried);
        return report.Of(whole, foldsOverAll, traces > 1 ? foldsOverTime : null, rounds.Next(), cancellation);
    }

    private SettingSearch Search(IReadOnlyList<int> fitted, TriedSettings tried) =>
        new(_space, new SettingChoice(plan.Bounds, fitted, [fitted]), tried.Settings);
}
