namespace Predictors.IdlePath;

/// <summary>What the chosen setup of a machine costs; where the profile has no figure of its own, what stands in.</summary>
internal sealed class ModeCosts
{
    private readonly MachineProfile _profile;
    private readonly List<string> _assumptions = [];

    /// <summary>Takes the costs of a setup.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="setup">The setup.</param>
    public ModeCosts(MachineProfile profile, MachineSetup setup)
    {
        _profile = profile;
        ProfileCosts costs = profile.Costs;
        ProfileModeCosts modes = profile.ModeCosts ?? new ProfileModeCosts();
        IpiLatencyNs = setup.Ipi switch
        {
            IpiPath.Posted => Of(modes.IpiPosted, "ipiPosted", costs.IpiSend, "ipiSend"),
            IpiPath.Virtualized => Of(modes.IpiVirtualized, "ipiVirtualized", costs.IpiSend, "ipiSend"),
            _ => costs.IpiSend.LeastNs,
        };
        IpiSendNs = setup.Ipi == IpiPath.Virtualized
            ? Of(modes.IpiVirtualizedSend, "ipiVirtualizedSend", costs.StoreWake, "storeWake")
            : IpiLatencyNs;
        TimerWriteNs = setup.Timer == TimerPath.Exitless
            ? Of(modes.SharedPageStore, "sharedPageStore", costs.StoreWake, "storeWake")
            : costs.TimerWriteExit.LeastNs;
        ExpiryExitNs = setup.Timer switch
        {
            TimerPath.TscDeadline => costs.TimerExpiryExit.LeastNs,
            TimerPath.PreemptionTimer => Of(modes.PreemptionExpiryExit, "preemptionExpiryExit", costs.TimerExpiryExit, "timerExpiryExit"),
            _ => 0,
        };
        ExpiryDeliveryNs = setup.ExpiresElsewhere ? Of(modes.PostedInterrupt, "postedInterrupt", costs.IpiSend, "ipiSend") : 0;
        HousekeepingNs = setup.Timer == TimerPath.PostedInterrupt ? ExpiryDeliveryNs : 0;
        SwitchNs = setup.Timer == TimerPath.PreemptionTimer ? Of(modes.PreemptionSwitch, "preemptionSwitch", null, "nothing") : 0;
        PauseLoopExitNs = setup.PauseLoopExits ? Of(modes.PauseLoopExit, "pauseLoopExit", costs.TimerExpiryExit, "timerExpiryExit") : 0;
    }

    /// <summary>What stands in for a figure that the profile lacks, in sentences.</summary>
    public IReadOnlyList<string> Assumptions => _assumptions;

    /// <summary>An IPI to a halted vCPU: latency.</summary>
    public long IpiLatencyNs { get; }

    /// <summary>An IPI to a halted vCPU: CPU time on the waker's side.</summary>
    public long IpiSendNs { get; }

    /// <summary>A write of the timer deadline that the path spares no more than it can.</summary>
    public long TimerWriteNs { get; }

    /// <summary>The exit of an expiry while the guest runs; 0 where it has none.</summary>
    public long ExpiryExitNs { get; }

    /// <summary>From an expiry on another CPU until the vCPU, or its pCPU, knows.</summary>
    public long ExpiryDeliveryNs { get; }

    /// <summary>CPU time of an expiry on a housekeeping CPU.</summary>
    public long HousekeepingNs { get; }

    /// <summary>The switch of timers at a halt, and at the entry.</summary>
    public long SwitchNs { get; }

    /// <summary>An exit of a PAUSE loop.</summary>
    public long PauseLoopExitNs { get; }

    private long Of(ProfileCost? cost, string name, ProfileCost? standIn, string standInName)
    {
        if (cost is null)
        {
            _assumptions.Add($"Profile {_profile.Name} has no {name}: {standInName} stands in.");
        }

        return (cost ?? standIn)?.LeastNs ?? 0;
    }
}
