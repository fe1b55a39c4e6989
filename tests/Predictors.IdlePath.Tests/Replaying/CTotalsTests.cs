using Predictors.Benchmarks;
using Predictors.Traces;

namespace Predictors.IdlePath.Tests;

/// <summary>The loop against the C program of the benchmark, on its input.</summary>
public sealed class CTotalsTests
{
    private const int Periods = 20_000_000;
    private const int ChunkPeriods = 1_000_000;

    [Test]
    public void Loop_WithTheRuleAndAccountsOfTheCProgram_GivesItsTotals()
    {
        (long IdleNs, long BusyNs)[] records = TwoRegimes.Records(Periods, seed: 1);
        var state = new LoopState<WholeIdleGrowShrink>(default);
        var path = new ConstantHaltPath();
        for (int from = 0; from < Periods; from += ChunkPeriods)
        {
            SegmentChunk chunk = TwoRegimes.ToChunk(records[from..(from + ChunkPeriods)]);
            ReplayLoop.Run(chunk, 0, chunk.Count, ref state, ref path);
        }

        Assert.That((path.Hits, path.Halts, path.PollNs), Is.EqualTo((9_935_281, 10_064_719, 405_406_332_596)));
    }
}
