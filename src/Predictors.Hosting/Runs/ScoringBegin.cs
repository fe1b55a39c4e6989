using Predictors.Abstractions;
using Predictors.IdlePath;
using Predictors.Ranking;
using Predictors.Traces;

namespace Predictors.Hosting;

/// <summary>
/// Where the scored part of a trace begins: after the warm-up, and after whatever a learned contender has seen of the trace. It is the
/// same for all contenders, so that they are compared on the same idle periods.
/// </summary>
internal sealed class ScoringBegin
{
    private readonly string? _reason;

    private ScoringBegin(ReplaySettings settings, string? reason)
    {
        Settings = settings;
        _reason = reason;
    }

    public ReplaySettings Settings { get; }

    public static ScoringBegin Of(RunPlan plan, ITraceReader trace, IdlePathCosts costs)
    {
        long? fromNs = plan.WarmUpNs > 0 ? trace.Inspection.FirstNs + plan.WarmUpNs : null;
        string? reason = fromNs is null ? null : $"the first {Duration.Format(plan.WarmUpNs)} are warm-up";
        foreach (PredictorChoice contender in plan.Contenders)
        {
            long? seenNs = SeenUntilNs(contender, trace.Header.SourceSha256);
            if (seenNs > (fromNs ?? long.MinValue))
            {
                (fromNs, reason) = (seenNs, $"{contender.Text} was trained on what comes before");
            }
        }

        BoundPredictor? host = plan.HostPolling is { } rule ? new BoundPredictor(rule.Predictor.Factory, rule.Values) : null;
        return new ScoringBegin(new ReplaySettings { Costs = costs, HostPolling = host, ScoreFromNs = fromNs }, reason);
    }

    public TraceSummary Summarize(ITraceReader trace, IEnumerable<ReplayResult?> results)
    {
        TraceInspection found = trace.Inspection;
        long beginNs = Math.Max(found.FirstNs, Settings.ScoreFromNs ?? found.FirstNs);
        return new TraceSummary
        {
            Name = trace.Header.Name,
            Sha256 = trace.Header.Sha256,
            Vcpus = found.Vcpus.Count,
            SpanNs = Math.Max(0, found.LastNs - beginNs),
            IdlePeriods = results.OfType<ReplayResult>().FirstOrDefault()?.IdlePeriods ?? 0,
            Arrivals = new ArrivalCounts(found.ArrivalsMeasured, found.ArrivalsEstimated, found.ArrivalsUnknown),
            ScoredFromNs = Settings.ScoreFromNs,
            ScoredFromReason = _reason,
        };
    }

    private static long? SeenUntilNs(PredictorChoice contender, string sha256)
    {
        if (contender.Predictor.Factory is not ITrainedPredictor trained)
        {
            return null;
        }

        long? untilNs = null;
        foreach (TrainedOn part in trained.TrainedOn(contender.Values))
        {
            if (part.Sha256 == sha256)
            {
                untilNs = Math.Max(part.UntilNs, untilNs ?? part.UntilNs);
            }
        }

        return untilNs;
    }
}
