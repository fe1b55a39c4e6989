using System.Diagnostics;
using Predictors.IdlePath;
using Predictors.Traces;

namespace Predictors.Benchmarks;

/// <summary>Runs the lanes in turn, several rounds, and prints the median of each and its ratio to C in the same round.</summary>
internal static class Benchmark
{
    public static int Run(int periods, int rounds)
    {
        Console.WriteLine($"{periods} idle periods of two exponential regimes, seed 1; {rounds} interleaved rounds, medians; ratios within a round");
        (long IdleNs, long BusyNs)[] records = TwoRegimes.Records(periods, 1);
        SegmentChunk chunk = TwoRegimes.ToChunk(records);
        MachineProfile profile = MachineProfiles.Get(MachineProfiles.DefaultName);
        BoundPredictor rule = new SoloFactory<WholeIdleGrowShrink>("whole-idle-grow-shrink").Bind();
        using CLane? c = CLane.TryCompile();
        var lanes = new List<(string Name, Action Run)>
        {
            ("engine, C's rule and accounting", () => EngineLanes.SameAccounting(chunk)),
            ("engine, C's rule, all accounts", () => EngineLanes.FullPath(chunk, rule, null, profile)),
        };
        if (c is null)
        {
            Console.WriteLine("no gcc: figures without the C lane");
        }
        else
        {
            CLane.Totals totals = c.Run(records);
            Console.WriteLine($"C:      hits {totals.Hits} halts {totals.Halts} poll_ns {totals.PollNs}");
            lanes.Insert(0, ("C, branchy", () => c.Run(records)));
        }

        ConstantHaltPath path = EngineLanes.SameAccounting(chunk);
        Console.WriteLine($"engine: hits {path.Hits} halts {path.Halts} poll_ns {path.PollNs}");
        double[][] seconds = [.. lanes.Select(_ => new double[rounds])];
        long[] allocated = new long[lanes.Count];
        foreach ((_, Action run) in lanes)
        {
            run();
        }

        for (int round = 0; round < rounds; round++)
        {
            for (int lane = 0; lane < lanes.Count; lane++)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                long start = Stopwatch.GetTimestamp();
                lanes[lane].Run();
                seconds[lane][round] = Stopwatch.GetElapsedTime(start).TotalSeconds;
                allocated[lane] = GC.GetAllocatedBytesForCurrentThread() - before;
            }
        }

        for (int lane = 0; lane < lanes.Count; lane++)
        {
            double ns = Median(seconds[lane]) * 1e9 / periods;
            double ratio = Median([.. seconds[lane].Select((s, round) => s / seconds[0][round])]);
            Console.WriteLine($"{lanes[lane].Name,-36} {ns,7:F2} ns/period {1e3 / ns,7:F0} M/s  ratio {ratio,5:F2}  {allocated[lane],8} bytes a run");
        }

        return 0;
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]) / 2;
    }
}
