using System.Diagnostics;
using Predictors.Hosting;
using Predictors.IdlePath;
using Predictors.Traces;

namespace Predictors.Benchmarks;

/// <summary>
/// What one decision of each predictor takes, prediction and learning together: its calls alone, and its replay, each less those of <c>halt</c>
/// in the same round.
/// </summary>
internal static class DecisionBenchmark
{
    // Until the runtime has compiled the loops for good: it waits for a while in which it has nothing else to compile.
    private const int WarmUpRounds = 60;
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(0.7);

    public static void Run(PluginCatalog catalog, int periods, int rounds, string[] specs)
    {
        Console.WriteLine($"Decisions in {periods} idle periods from memory (two exponential regimes, seed 1), {rounds} rounds interleaved with halt, medians");
        SegmentChunk chunk = TwoRegimes.ToChunk(TwoRegimes.Records(periods, 1));
        MachineProfile profile = MachineProfiles.Get(MachineProfiles.DefaultName);
        DecisionLoop haltLoop = LoopOf(Bind(catalog.Choose("halt")), chunk, profile);
        IEnumerable<string> shipped = catalog.Predictors.Select(p => p.Description.Name).Where(n => n != "halt").Append("ml-regression:trainer=linear");
        foreach (string spec in specs.Length > 0 ? [.. specs] : shipped.Order(StringComparer.Ordinal).ToArray())
        {
            BoundPredictor halt = Bind(catalog.Choose("halt"));
            BoundPredictor predictor = Bind(catalog.Choose(spec));
            DecisionLoop loop = LoopOf(predictor, chunk, profile);
            double[] alone = Rounds(rounds, periods, () => loop.Run().Seconds, () => haltLoop.Run().Seconds);
            double[] replayed = Rounds(rounds, periods, () => Replay(chunk, predictor, profile), () => Replay(chunk, halt, profile));
            Console.WriteLine(FormattableString.Invariant(
                $"{spec,-28} {Interleaved.Median(alone),6:F1} ns a decision   {Interleaved.Median(replayed),6:F1} ns in its replay   {predictor.DecisionCostNs,4} ns declared and booked"));
        }
    }

    private static BoundPredictor Bind(PredictorChoice choice) => new(choice.Predictor.Factory, choice.Values);

    private static double[] Rounds(int rounds, int periods, Func<double> seconds, Func<double> haltSeconds)
    {
        long start = Stopwatch.GetTimestamp();
        for (int round = 0; round < WarmUpRounds || Stopwatch.GetElapsedTime(start) < s_warmUp; round++)
        {
            haltSeconds();
            seconds();
        }

        return [.. Enumerable.Range(0, rounds).Select(_ => (-haltSeconds() + seconds()) * 1e9 / periods)];
    }

    private static DecisionLoop LoopOf(BoundPredictor predictor, SegmentChunk chunk, MachineProfile profile)
    {
        var told = new ToldPeriods(chunk.Count);
        var settings = new ReplaySettings { Costs = new IdlePathCosts(profile) };
        IdlePath.Replay.Create(predictor, settings, told).Feed(chunk);
        DecisionLoop loop = DecisionLoop.Of(predictor, settings, told);
        return loop.Run().WindowsNs == told.WindowsNs
            ? loop
            : throw new InvalidOperationException($"{predictor.Factory.Description.Name} decided otherwise when it was told the same again.");
    }

    private static double Replay(SegmentChunk chunk, BoundPredictor predictor, MachineProfile profile)
    {
        long start = Stopwatch.GetTimestamp();
        EngineLanes.FullPath(chunk, predictor, host: null, profile);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
