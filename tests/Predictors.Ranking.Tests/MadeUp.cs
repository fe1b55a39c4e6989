using Predictors.IdlePath;

namespace Predictors.Ranking.Tests;

/// <summary>Runs made up block by block: the arithmetic of a ranking is what is tested, not the idle path.</summary>
internal static class MadeUp
{
    public static Contender Contender(string name) => new(name, []);

    /// <summary>A result whose every block has one wake-up.</summary>
    public static ReplayResult Result(params (long WasteNs, long LatencyNs)[] blocks)
    {
        var latency = new LatencyHistogram();
        foreach ((_, long latencyNs) in blocks)
        {
            latency.Record(latencyNs);
        }

        return new ReplayResult
        {
            IdlePeriods = blocks.Length,
            Caught = 0,
            Abandoned = 0,
            Halts = blocks.Length,
            HostCaught = 0,
            IpisSent = 0,
            IpisSpared = 0,
            Accounts = new IdleAccounts { GuestPollFailedNs = blocks.Sum(b => b.WasteNs) },
            Exits = new ExitCounts(blocks.Length, 0, 0, 0),
            Latency = latency,
            Blocks = [.. blocks.Select(b => new CostBlock(b.WasteNs, b.LatencyNs))],
        };
    }

    /// <summary>A result that costs as much waste a block as given, and no latency.</summary>
    public static ReplayResult Waste(params long[] blocks) => Result([.. blocks.Select(b => (b, 0L))]);

    public static TraceRun Run(string name, double[] clairvoyantNs, params ReplayResult?[] results) => new(
        Trace(name, clairvoyantNs.Length), new ClairvoyantResult(clairvoyantNs.Sum(), clairvoyantNs), results);

    public static TraceSummary Trace(string name, int idlePeriods) => new()
    {
        Name = name,
        Sha256 = "sha of " + name,
        Vcpus = 2,
        SpanNs = 1_000_000,
        IdlePeriods = idlePeriods,
        Arrivals = new ArrivalCounts(idlePeriods, 0, 0),
    };
}
