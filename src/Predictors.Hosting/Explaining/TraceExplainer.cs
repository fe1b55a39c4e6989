using Predictors.IdlePath;
using Predictors.Ranking;
using Predictors.Traces;

namespace Predictors.Hosting;

/// <summary>Explains where the cost of one predictor on a trace comes from, beside the clairvoyant and, where asked, another predictor.</summary>
/// <param name="plan">The plan: one contender or two.</param>
/// <param name="options">What is shown.</param>
public sealed class TraceExplainer(RunPlan plan, ExplanationOptions options)
{
    private readonly IdlePathCosts _costs = new(plan.Profile, plan.Setup);

    /// <summary>Replays the trace period by period.</summary>
    /// <param name="trace">The trace, from its beginning; the caller keeps and disposes of it.</param>
    /// <param name="progress">Is told the share of the trace that is done, from 0 to 1.</param>
    /// <param name="cancellation">Stops the replay.</param>
    /// <returns>The run, and where its cost comes from.</returns>
    /// <exception cref="TraceFormatException">The trace can't be read.</exception>
    /// <exception cref="PredictorFaultException">A predictor failed.</exception>
    /// <exception cref="InvalidOperationException">The costs of the periods do not add up to the run's: a fault of the engine.</exception>
    public (TraceRun Run, Explanation Explanation) Run(ITraceReader trace, IProgress<double> progress, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(progress);
        using var batches = new ChunkBatches(trace);
        List<SegmentChunk> batch = batches.Next();
        var begin = ScoringBegin.Of(plan, trace.Header, batches.FirstNs, _costs);
        ReplayedPeriods[] seen = [.. plan.Contenders.Select(_ => new ReplayedPeriods())];
        ContenderRun[] contenders = [.. plan.Contenders.Select((c, i) => new ContenderRun(c, begin.Settings, trace.Header, seen[i]))];
        var bound = new ClairvoyantBound(begin.Settings, plan.ExchangeRate);
        var builder = new ExplanationBuilder(options, begin.Settings.ScoreFromNs ?? batches.FirstNs);
        var vcpus = new Dictionary<int, long>();
        var leastNs = new List<double>();
        while (batch.Count > 0)
        {
            foreach (SegmentChunk chunk in batch)
            {
                cancellation.ThrowIfCancellationRequested();
                for (int i = 0; i < contenders.Length; i++)
                {
                    seen[i].Clear();
                    contenders[i].Feed([chunk]);
                    ThrowIfFailed(contenders[i]);
                }

                leastNs.Clear();
                bound.Feed(chunk, leastNs);
                long before = vcpus.GetValueOrDefault(chunk.Vcpu);
                builder.Add(before, seen[0].All, seen.Length > 1 ? seen[1].All : [], leastNs);
                vcpus[chunk.Vcpu] = before + leastNs.Count;
            }

            progress.Report(trace.Progress);
            List<SegmentChunk> done = batch;
            batch = batches.Next();
            batches.Recycle(done);
        }

        ReplayResult?[] results = [.. contenders.Select((c, i) => c.Complete(trace.Inspection) is { } result ? result with { TrainedHere = begin.IsTrainedHere(i) } : null)];
        Explanation explanation = builder.Build();
        RequireSums(explanation, results);
        return (new TraceRun(begin.Summarize(trace, results), bound.Complete(trace.Inspection), results), explanation);
    }

    private static void ThrowIfFailed(ContenderRun contender)
    {
        if (contender.Fault is { } fault)
        {
            throw new PredictorFaultException(fault.ToString());
        }
    }

    private static void RequireSums(Explanation explanation, ReplayResult?[] results)
    {
        CostBlock[] sums = [explanation.Total.First, explanation.Total.Second];
        for (int i = 0; i < results.Length; i++)
        {
            // The agent of an exitless timer burns its CPU whatever happens: that is no idle period's.
            var run = new CostBlock(results[i]!.Accounts.WasteNs - results[i]!.Accounts.AgentNs, results[i]!.Latency.TotalNs);
            if (sums[i] != run)
            {
                throw new InvalidOperationException($"The costs of the idle periods add up to {sums[i]}, that of the run is {run}.");
            }
        }
    }
}
