using System.Diagnostics;

namespace Predictors.Benchmarks;

/// <summary>
/// Runs lanes in turn, several rounds, and prints the median of each and the median of its ratio to the first lane in the same round: what
/// else the machine does then hits all of them alike.
/// </summary>
internal static class Interleaved
{
    public static void Measure(IReadOnlyList<Lane> lanes, int rounds, double units, string unit)
    {
        double[][] seconds = [.. lanes.Select(_ => new double[rounds])];
        long[] allocated = new long[lanes.Count];
        foreach (Lane lane in lanes)
        {
            lane.Run();
        }

        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < lanes.Count; i++)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                long start = Stopwatch.GetTimestamp();
                lanes[i].Run();
                seconds[i][round] = Stopwatch.GetElapsedTime(start).TotalSeconds;
                allocated[i] = GC.GetAllocatedBytesForCurrentThread() - before;
            }
        }

        for (int i = 0; i < lanes.Count; i++)
        {
            double median = Median(seconds[i]);
            double ratio = Median([.. seconds[i].Select((s, round) => s / seconds[0][round])]);
            Console.WriteLine(FormattableString.Invariant(
                $"{lanes[i].Name,-44} {median * 1e9 / units,8:F2} ns/{unit} {units / median / 1e6,8:F1} M {unit}s/s   ratio {ratio,5:F2}   {allocated[i],9} bytes allocated"));
        }
    }

    public static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]) / 2;
    }
}
