using System.Diagnostics;
using Predictors.Abstractions;
using Predictors.IdlePath;
using Predictors.Plugins.Fixed;
using Predictors.Traces;

namespace Predictors.Benchmarks;

/// <summary>The closed-loop replay of a request-reply recording that is repeated to so many idle segments, on one core.</summary>
internal static class ClosedLoopBenchmark
{
    public static void Run(string repository, int segments, int rounds)
    {
        using var trace = new RepeatedSegments(Path.Combine(repository, "traces", "tcp-rr-pinned.txt.gz"), segments);
        var held = new ClosedLoopTrace();
        long count = 0;
        while (trace.Read() is { } chunk)
        {
            held.Feed(chunk);
            count += chunk.Count;
            trace.Inspection.LastNs = Math.Max(trace.Inspection.LastNs, chunk.ExitNs[chunk.Count - 1]);
        }

        var costs = new IdlePathCosts(MachineProfiles.Get(MachineProfiles.DefaultName));
        var settings = new ClosedLoopSettings { RecordedOn = costs };
        Console.WriteLine($"Closed loop over {count} idle segments (tcp-rr-pinned, repeated), {rounds} rounds, medians; bar: 5 s for 1 M");
        foreach (IPredictorFactory factory in (IPredictorFactory[])[new HaltFactory(), new IdlePollFactory()])
        {
            double[] graphSeconds = new double[rounds];
            double[] replaySeconds = new double[rounds];
            for (int round = 0; round < rounds; round++)
            {
                long start = Stopwatch.GetTimestamp();
                WakeUpGraph graph = WakeUpGraph.Of(held, trace.Inspection, settings);
                graphSeconds[round] = Stopwatch.GetElapsedTime(start).TotalSeconds;
                var predictor = new BoundPredictor(factory, ParameterValues.Parse(factory.Description));
                start = Stopwatch.GetTimestamp();
                ClosedLoopReplay.Create(graph, predictor, new ReplaySettings { Costs = costs }).Run();
                replaySeconds[round] = Stopwatch.GetElapsedTime(start).TotalSeconds;
            }

            Console.WriteLine(FormattableString.Invariant(
                $"{factory.Description.Name,-12} graph {Interleaved.Median(graphSeconds),6:F2} s, replay {Interleaved.Median(replaySeconds),6:F2} s"));
        }
    }
}
