using Predictors.IdlePath;
using Predictors.Ranking;

namespace Predictors.Hosting;

/// <summary>The figures of settings over whole traces and over their halves.</summary>
internal static class TunedFigures
{
    public static IReadOnlyList<SettingFigures> Of(
        IEnumerable<PredictorChoice> settings, List<PredictorChoice> replayed, TraceRun[] runs, RunPlan plan) =>
    [
        .. from setting in settings
           let contender = replayed.FindIndex(c => c.Text == setting.Text)
           from part in new[] { ("all", -1), ("earlier halves", 0), ("later halves", 1) }
           select FiguresOf(setting, part.Item1, contender, [.. runs.Where((_, i) => part.Item2 < 0 || i % 2 == part.Item2)], plan),
    ];

    private static SettingFigures FiguresOf(PredictorChoice setting, string part, int contender, TraceRun[] runs, RunPlan plan)
    {
        Contender named = setting.ToContender();
        Score[] scores = [.. runs.Select(r => Score.Of(named, r.Trace, r.Results[contender]!, r.Clairvoyant, plan.ExchangeRate)).Where(s => s.CostRatio is not null)];
        var latency = new LatencyHistogram();
        foreach (Score score in scores)
        {
            latency.Add(score.Result.Latency);
        }

        return new SettingFigures
        {
            Setting = named,
            Part = part,
            CostRatio = scores.Length == 0 ? null : Math.Exp(scores.Average(s => Math.Log(s.CostRatio!.Value))),
            WastePercent = scores.Length == 0 ? 0 : scores.Average(s => s.WastePercent ?? 0),
            Latency = latency,
            CaughtPercent = scores.Length == 0 ? 0 : scores.Average(s => CaughtPercent(s.Result, plan.Setup.PollPlace == PollPlace.Host)),
        };
    }

    private static double CaughtPercent(ReplayResult result, bool byHost) =>
        result.IdlePeriods == 0 ? 0 : (double)(byHost ? result.HostCaught : result.Caught) / result.IdlePeriods * 100;
}
