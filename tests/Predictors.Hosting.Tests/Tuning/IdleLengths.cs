using Predictors.IdlePath.Tests;

namespace Predictors.Hosting.Tests;

/// <summary>Made-up idle lengths for tuning.</summary>
internal static class IdleLengths
{
    /// <summary>Short idle periods of one length and long ones, mixed at random: the best window is the short length, or none.</summary>
    public static long[] Mixed(int seed, int count, long shortNs, long longNs, double shortShare)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() < shortShare ? shortNs : longNs)];
    }

    /// <summary>The same trace, recorded later.</summary>
    public static MadeUpTrace Shifted(this MadeUpTrace trace, long ns) => new(
        [.. trace.Vcpus.Select(v => (IReadOnlyList<IdlePeriod>)[.. v.Select(p => p with { EntryNs = p.EntryNs + ns, ArrivalNs = p.ArrivalNs + ns, ExitNs = p.ExitNs + ns })])],
        trace.FirstNs + ns,
        trace.LastNs + ns);
}
