using CsCheck;

namespace Predictors.IdlePath.Tests;

/// <summary>Random machines in every setup, whose costs may vary by luck and by the time asleep.</summary>
internal static class RandomMachines
{
    private static readonly Gen<ProfileCost?> s_distribution = Gen.Select(Gen.Long[0, 1_500], Gen.Long[0, 3_000], Gen.Long[0, 9_000], Gen.Int[0, 2], (least, more, most, form) =>
        form == 0 ? null : new ProfileCost("made up", Quantiles: Quantiles(least, more, most)));

    private static readonly Gen<ProfileCost?> s_table = Gen.Select(Gen.Long[1, 3_000], Gen.Long[1, 40_000], Gen.Long[0, 4_000], Gen.Int[0, 3], (first, second, ns, form) => form switch
    {
        0 => null,
        1 => new ProfileCost("made up", AfterSleep: [new(0, ns), new(first, 2 * ns), new(first + second, 3 * ns)]),
        2 => new ProfileCost("made up", AfterSleep: [new(0, Quantiles: Quantiles(ns, 50, 700)), new(first, ns), new(first + second, Quantiles: Quantiles(0, ns, 9_000))]),
        _ => new ProfileCost("made up", Quantiles: Quantiles(0, ns, 900)),
    });

    private static readonly Gen<MachineProfile> s_profiles = Gen.Select(
        RandomProfiles.Any, s_distribution.Array[6], s_table.Array[3], Gen.Bool, (profile, varied, tables, hasModes) => profile with
        {
            TickPeriod = new ProfilePeriod(100_000, "made up"),
            ModeCosts = hasModes ? Modes : null,
            Costs = profile.Costs with
            {
                StoreWake = varied[0] ?? profile.Costs.StoreWake,
                TimerWriteExit = varied[1] ?? profile.Costs.TimerWriteExit,
                TimerExpiryExit = varied[2] ?? profile.Costs.TimerExpiryExit,
                HltExit = varied[3] ?? profile.Costs.HltExit,
                HostBlock = varied[4] ?? profile.Costs.HostBlock,
                IpiSend = varied[5] ?? profile.Costs.IpiSend,
                HostWake = tables[0] ?? profile.Costs.HostWake,
                GuestEntry = tables[1] ?? profile.Costs.GuestEntry,
                Inject = tables[2] ?? profile.Costs.Inject,
            },
        });

    /// <summary>Every choice of a setup.</summary>
    public static Gen<MachineSetup> Setups { get; } = Gen.Select(
        Gen.Enum<PollPlace>(), Gen.Enum<TimerPath>(), Gen.Enum<IpiPath>(), Gen.Enum<HostGovernor>(),
        Gen.Select(Gen.Bool, Gen.Bool, Gen.OneOf(Gen.Const(0.0), Gen.Const(0.3), Gen.Const(0.9)), Gen.OneOf(Gen.Const(0), Gen.Const(10), Gen.Const(30))),
        Gen.Select(Gen.Long[1_000, 60_000], Gen.Long[1, 5_000], Gen.Int[0, 3], Gen.ULong),
        (place, timer, ipi, governor, host, agent) => new MachineSetup
        {
            PollPlace = place,
            Timer = timer,
            Ipi = ipi,
            Governor = governor,
            StopsTick = host.Item1,
            PauseLoopExits = host.Item2,
            HostLoadShare = host.Item3,
            SiblingSlowdownPercent = host.Item4,
            ScanPeriodNs = agent.Item1,
            HostSliceNs = agent.Item2,
            AgentVcpus = agent.Item3 == 0 ? null : agent.Item3,
            Seed = agent.Item4,
        });

    public static Gen<IdlePathCosts> Any { get; } = Gen.Select(s_profiles, Gen.OneOf(Gen.Const(new MachineSetup()), Setups), (profile, setup) => new IdlePathCosts(profile, setup));

    /// <summary>Each figure another prime.</summary>
    public static ProfileModeCosts Modes { get; } = new()
    {
        PreemptionExpiryExit = Cost(41),
        PreemptionSwitch = Cost(3),
        PostedInterrupt = Cost(163),
        SharedPageStore = Cost(5),
        IpiPosted = Cost(197),
        IpiVirtualized = Cost(139),
        IpiVirtualizedSend = Cost(17),
        PauseLoopExit = Cost(71),
    };

    private static ProfileCost Cost(long ns) => new(ns, "made up");

    private static CostQuantile[] Quantiles(long least, long more, long most) =>
        [new(0, least), new(0.5, least + more), new(0.9, least + (2 * more)), new(1, least + (2 * more) + most)];
}
