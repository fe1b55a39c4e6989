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
    private readonly long?[] _seenUntilNs;

    private ScoringBegin(ReplaySettings settings, string? reason, long?[] seenUntilNs)
    {
        Settings = settings;
        _reason = reason;
        _seenUntilNs = seenUntilNs;
    }

    public ReplaySettings Settings { get; }

    public static ScoringBegin Of(RunPlan plan, TraceHeader trace, long firstNs, IdlePathCosts costs)
    {
        long? fromNs = plan.WarmUpNs > 0 ? firstNs + plan.WarmUpNs : null;
        string? reason = fromNs is null ? null : $"the first {Duration.Format(plan.WarmUpNs)} are warm-up";
        long?[] seenUntilNs = [.. plan.Contenders.Select(c => SeenUntilNs(c, trace))];
        for (int i = 0; i < seenUntilNs.Length; i++)
        {
            if (!plan.AllowTrained && seenUntilNs[i] > (fromNs ?? long.MinValue))
            {
                (fromNs, reason) = (seenUntilNs[i], $"{plan.Contenders[i].Text} was trained on what comes before");
            }
        }

        var settings = new ReplaySettings
        {
            Costs = costs, HostPolling = plan.HostPolling?.Bind(), ExchangeRate = plan.ExchangeRate, ScoreFromNs = fromNs,
        };
        return new ScoringBegin(settings, reason, seenUntilNs);
    }

    /// <summary>Whether a contender was trained on part of what is scored.</summary>
    public bool IsTrainedHere(int contender) =>
        _seenUntilNs[contender] is { } seenNs && seenNs > (Settings.ScoreFromNs ?? long.MinValue);

    public TraceSummary Summarize(ITraceReader trace, IEnumerable<ReplayResult?> results)
    {
        TraceInspection found = trace.Inspection;
        long beginNs = Math.Max(found.FirstNs, Settings.ScoreFromNs ?? found.FirstNs);
        return new TraceSummary
        {
            Name = trace.Header.Name,
            Sha256 = trace.Header.Sha256.Digits,
            Vcpus = found.Vcpus.Count,
            SpanNs = Math.Max(0, found.LastNs - beginNs),
            IdlePeriods = results.OfType<ReplayResult>().FirstOrDefault()?.IdlePeriods ?? 0,
            Arrivals = new ArrivalCounts(found.ArrivalsMeasured, found.ArrivalsEstimated, found.ArrivalsUnknown),
            ScoredFromNs = Settings.ScoreFromNs,
            ScoredFromReason = _reason,
            BeginsAfterTraining = Settings.ScoreFromNs is { } fromNs && _seenUntilNs.Contains(fromNs),
        };
    }

    private static long? SeenUntilNs(PredictorChoice contender, TraceHeader trace)
    {
        if (contender.Predictor.Factory is not ITrainedPredictor trained)
        {
            return null;
        }

        long? untilNs = null;
        foreach (TrainedOn part in PartsOf(contender, trained, trace))
        {
            if (part.Sha256 == trace.SourceSha256)
            {
                untilNs = Math.Max(part.UntilNs, untilNs ?? part.UntilNs);
            }
        }

        return untilNs;
    }

    // That a model can't be read is no fault of the predictor's.
    private static IReadOnlyList<TrainedOn> PartsOf(PredictorChoice contender, ITrainedPredictor trained, TraceHeader trace)
    {
        try
        {
            return trained.TrainedOn(contender.Values);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or InvalidDataException))
        {
            string reason = $"threw {e.GetType().Name} in {nameof(ITrainedPredictor.TrainedOn)}: {e.Message}";
            throw new PredictorFaultException(new RunFault(contender.Predictor.File, contender.Text, trace.Name, reason).ToString(), e);
        }
    }
}
