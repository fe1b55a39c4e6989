using CsCheck;
using Predictors.IdlePath;
using Predictors.IdlePath.Tests;

namespace Predictors.Ranking.Tests;

/// <summary>
/// Runs whose poll windows are set with the arrivals in view: right before and at the arrival, and so that the sleep just reaches or just
/// misses a C-state. The host's windows too.
/// </summary>
internal static class Foreseeing
{
    private static readonly Gen<(int Aim, int Off)[]> s_aims = Gen.Select(Gen.Int[0, 9], Gen.Int[-1, 1]).Array[60];

    public static Gen<RandomReplay> Any { get; } = Of(RandomReplay.Any);

    /// <summary>The same on machines in every setup, with costs that vary.</summary>
    public static Gen<RandomReplay> Varied { get; } = Of(RandomReplay.Varied);

    private static Gen<RandomReplay> Of(Gen<RandomReplay> runs) => Gen.Select(runs, s_aims.Array[4], s_aims.Array[4], Gen.Bool, Make);

    private static RandomReplay Make(RandomReplay run, (int, int)[][] guest, (int, int)[][] host, bool hostPolls)
    {
        IdlePathCosts costs = run.Settings.Costs;
        BoundPredictor guestRule = new ScriptedFactory(v => Windows(run.Trace, v, guest[v], costs)).Bind();
        BoundPredictor hostRule = new ScriptedFactory(v => Windows(run.Trace, v, host[v], costs)).Bind();
        return run with { Predictor = guestRule, Settings = run.Settings with { HostPolling = hostPolls ? hostRule : null } };
    }

    private static long[] Windows(MadeUpTrace trace, int vcpu, (int Aim, int Off)[] aims, IdlePathCosts costs) =>
        [.. trace.Vcpus[vcpu].Select((period, i) => Math.Max(0, Window(period.IdleNs, aims[i].Aim, costs) + aims[i].Off))];

    private static long Window(long idleNs, int aim, IdlePathCosts costs)
    {
        long haltNs = idleNs - costs.HltExitNs - costs.HostBlockNs;
        return aim switch
        {
            0 => 0,
            1 => idleNs,
            2 => haltNs,
            3 => haltNs - costs.TimerWriteNs,
            4 => idleNs - costs.TimerWriteNs,
            5 => idleNs - costs.TimerWriteNs - costs.HltExitNs,
            _ when costs.CStates == 0 => 0,
            _ => haltNs - ((aim & 1) * costs.TimerWriteNs) - costs.ResidencyNs(aim % costs.CStates),
        };
    }
}
