using System.Collections.Concurrent;
using Predictors.IdlePath;
using Predictors.Ranking;
using Predictors.Traces;

namespace Predictors.Hosting;

/// <summary>Replays a trace in closed loop under all contenders of a plan: the trace is in memory, each contender has it for itself.</summary>
/// <param name="plan">The plan.</param>
/// <param name="costs">The machine.</param>
internal sealed class ClosedLoopRun(RunPlan plan, IdlePathCosts costs)
{
    private readonly IdlePathCosts _recordedOn = new(plan.RecordedOn ?? plan.Profile);

    public RunOutcome Run(ITraceReader trace, IProgress<double>? progress, IReplayObserver? observer, CancellationToken cancellation)
    {
        ClosedLoopTrace held = Hold(trace, progress, cancellation);
        var begin = ScoringBegin.Of(plan, trace.Header, trace.Inspection.FirstNs, costs);
        WakeUpGraph graph = WakeUpGraph.Of(held, trace.Inspection, new ClosedLoopSettings
        {
            RecordedOn = _recordedOn,
            Timers = plan.Timers,
            FromNs = begin.Settings.ScoreFromNs,
        });
        long withoutLatencyNs = ClosedLoopReplay.ElapsedWithoutLatencyNs(graph);
        var results = new ReplayResult?[plan.Contenders.Count];
        var faults = new RunFault?[plan.Contenders.Count];
        int done = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = plan.Threads, CancellationToken = cancellation };
        Parallel.ForEach(Partitioner.Create(Enumerable.Range(0, results.Length), EnumerablePartitionerOptions.NoBuffering), parallel, i =>
        {
            (results[i], faults[i]) = Replay(graph, plan.Contenders[i], begin.Settings, trace.Header, observer, cancellation);
            progress?.Report(0.5 + (0.5 * Interlocked.Increment(ref done) / results.Length));
        });
        for (int i = 0; i < results.Length; i++)
        {
            results[i] = results[i] is { } result
                ? result with { ClosedLoop = result.ClosedLoop! with { ElapsedWithoutLatencyNs = withoutLatencyNs } }
                : null;
        }

        TraceSummary summary = begin.Summarize(trace, results) with { IdlePeriods = graph.WakeUps, Dependencies = graph.Dependencies };
        return new RunOutcome(new TraceRun(summary, BestContender.Of(results, plan.ExchangeRate), results), [.. faults.OfType<RunFault>()]);
    }

    private static ClosedLoopTrace Hold(ITraceReader trace, IProgress<double>? progress, CancellationToken cancellation)
    {
        var held = new ClosedLoopTrace();
        while (trace.Read() is { } chunk)
        {
            held.Feed(chunk);
            trace.Recycle(chunk);
            progress?.Report(trace.Progress / 2);
            cancellation.ThrowIfCancellationRequested();
        }

        return held;
    }

    private static (ReplayResult? Result, RunFault? Fault) Replay(
        WakeUpGraph graph, PredictorChoice choice, ReplaySettings settings, TraceHeader trace, IReplayObserver? observer, CancellationToken cancellation)
    {
        if (ContenderRun.MissingColumns(choice, trace) is { } missing)
        {
            return (null, missing);
        }

        try
        {
            using IDisposable running = PluginCalls.Enter(choice.Predictor.File, $"{choice.Text} on {trace.Name}");
            return (ClosedLoopReplay.Create(graph, choice.Bind(), settings, observer).Run(cancellation), null);
        }
        catch (PredictorFaultException e)
        {
            return (null, new RunFault(choice.Predictor.File, choice.Text, trace.Name, e.Message));
        }
    }
}
