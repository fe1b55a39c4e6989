using CsCheck;

namespace Predictors.IdlePath.Tests;

/// <summary>Random machines: every cost may be nothing, and there are up to seven C-states.</summary>
internal static class RandomProfiles
{
    private static readonly Gen<long> s_costNs = Gen.OneOf(Gen.Const(0L), Gen.Long[1, 20], Gen.Long[1, 3_000]);

    private static readonly Gen<(long, long)> s_step = Gen.Select(Gen.Long[1, 5_000], Gen.Long[1, 9_000]);

    public static Gen<MachineProfile> Any { get; } = Gen.Select(
        s_costNs.Array[11], s_step.Array[0, 7], Gen.Bool, (costs, steps, firstStateAtOnce) => Make(costs, steps, firstStateAtOnce));

    private static MachineProfile Make(long[] costs, (long LatencyNs, long ResidencyNs)[] steps, bool firstStateAtOnce)
    {
        var states = new List<(long ExitLatencyNs, long TargetResidencyNs)>();
        (long latencyNs, long residencyNs) = (-1, firstStateAtOnce && steps.Length > 0 ? -steps[0].ResidencyNs : 0);
        foreach ((long moreLatencyNs, long moreResidencyNs) in steps)
        {
            states.Add((latencyNs += moreLatencyNs, residencyNs += moreResidencyNs));
        }

        return MadeUpProfile.Of(
            costs[0], costs[1], costs[2], costs[3], costs[4], costs[5], costs[6], costs[7], costs[8], costs[9], costs[10], [.. states]);
    }
}
