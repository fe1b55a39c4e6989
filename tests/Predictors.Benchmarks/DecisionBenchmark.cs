using Predictors.Hosting;
using Predictors.IdlePath;
using Predictors.Traces;

namespace Predictors.Benchmarks;

/// <summary>What one decision of each predictor takes, prediction and learning together: its replay less that of <c>halt</c>.</summary>
internal static class DecisionBenchmark
{
    // Until the runtime has compiled the loop for good.
    private const int WarmUp = 60;

    public static void Run(PluginCatalog catalog, int periods, int rounds)
    {
        Console.WriteLine($"Decisions in {periods} idle periods from memory (two exponential regimes, seed 1), {rounds} rounds interleaved with halt, medians");
        SegmentChunk chunk = TwoRegimes.ToChunk(TwoRegimes.Records(periods, 1));
        MachineProfile profile = MachineProfiles.Get(MachineProfiles.DefaultName);
        foreach (string spec in catalog.Predictors.Select(p => p.Description.Name).Where(n => n != "halt").Append("ml-regression:trainer=linear").Order(StringComparer.Ordinal))
        {
            BoundPredictor halt = Bind(catalog.Choose("halt"));
            BoundPredictor predictor = Bind(catalog.Choose(spec));
            double[] ns = new double[rounds];
            for (int round = 0; round < WarmUp; round++)
            {
                Replay(chunk, halt, profile);
                Replay(chunk, predictor, profile);
            }

            for (int round = 0; round < rounds; round++)
            {
                double haltSeconds = Replay(chunk, halt, profile);
                ns[round] = (Replay(chunk, predictor, profile) - haltSeconds) * 1e9 / periods;
            }

            Console.WriteLine(FormattableString.Invariant(
                $"{spec,-28} {Interleaved.Median(ns),8:F1} ns a decision   {ns.Min(),8:F1} least   {predictor.DecisionCostNs,5} ns declared and booked"));
        }
    }

    private static BoundPredictor Bind(PredictorChoice choice) => new(choice.Predictor.Factory, choice.Values);

    private static double Replay(SegmentChunk chunk, BoundPredictor predictor, MachineProfile profile)
    {
        long start = System.Diagnostics.Stopwatch.GetTimestamp();
        EngineLanes.FullPath(chunk, predictor, host: null, profile);
        return System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
