using System.Runtime.ExceptionServices;
using Predictors.IdlePath;
using Predictors.Ranking;
using Predictors.Traces;

namespace Predictors.Hosting;

/// <summary>Replays traces under all contenders of a plan, on several threads: every trace is decoded once.</summary>
/// <param name="plan">The plan.</param>
public sealed class TraceReplayer(RunPlan plan)
{
    private readonly IdlePathCosts _costs = new(plan.Profile, plan.Setup);

    /// <summary>Replays a trace.</summary>
    /// <param name="trace">The trace, from its beginning; the caller keeps and disposes of it.</param>
    /// <param name="progress">Is told the share of the trace that is done, from 0 to 1.</param>
    /// <param name="observer">Is told of every idle period of the plan's only contender, or null. What it throws comes through.</param>
    /// <param name="cancellation">Stops the replay.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="TraceFormatException">The trace can't be read.</exception>
    /// <exception cref="OperationCanceledException">The replay was stopped.</exception>
    public RunOutcome Run(
        ITraceReader trace, IProgress<double>? progress = null, IReplayObserver? observer = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trace);
        try
        {
            return Replay(trace, progress, observer, cancellation);
        }
        catch (AggregateException e) when (e.InnerExceptions.OfType<ObserverException>().FirstOrDefault() is { } failed)
        {
            ExceptionDispatchInfo.Throw(failed.InnerException!);
            throw;
        }
    }

    private RunOutcome Replay(ITraceReader trace, IProgress<double>? progress, IReplayObserver? observer, CancellationToken cancellation)
    {
        if (plan.Loop == LoopKind.Closed)
        {
            return new ClosedLoopRun(plan, _costs).Run(trace, progress, observer, cancellation);
        }

        using var batches = new ChunkBatches(trace);
        List<SegmentChunk> batch = batches.Next();
        var begin = ScoringBegin.Of(plan, trace.Header, batches.FirstNs, _costs);
        ContenderRun[] contenders = [.. plan.Contenders.Select(c => new ContenderRun(c, begin.Settings, trace.Header, observer))];
        var bound = new ClairvoyantBound(begin.Settings, plan.ExchangeRate);
        TraceDetailing? details = plan.DetailPeriods > 0 ? new TraceDetailing(plan, begin.Settings) : null;
        int parts = details?.Parts ?? 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = plan.Threads, CancellationToken = cancellation };
        while (batch.Count > 0)
        {
            List<SegmentChunk> current = batch;
            Parallel.For(-1 - parts, contenders.Length, parallel, i =>
            {
                if (i >= 0)
                {
                    contenders[i].Feed(current);
                }
                else if (i == -1)
                {
                    current.ForEach(chunk => bound.Feed(chunk));
                }
                else
                {
                    details!.Feed(-2 - i, current);
                }
            });
            progress?.Report(trace.Progress);
            batch = batches.Next();
            batches.Recycle(current);
        }

        ReplayResult?[] results = [.. contenders.Select((c, i) => c.Complete(trace.Inspection) is { } result ? result with { TrainedHere = begin.IsTrainedHere(i) } : null)];
        TraceRun run = new(begin.Summarize(trace, results), bound.Complete(trace.Inspection), results)
        {
            Details = details?.Complete(trace.Inspection),
        };
        return new RunOutcome(run, [.. contenders.Select(c => c.Fault).OfType<RunFault>()]);
    }
}
