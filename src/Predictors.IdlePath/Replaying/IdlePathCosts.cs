using Predictors.Abstractions;

namespace Predictors.IdlePath;

/// <summary>A profile's costs, laid out for the replay loop and for the bound that must agree with it.</summary>
/// <remarks>
/// A wake-up of unknown cause is charged like a device interrupt: an injection, and nothing on a waker's side.
/// </remarks>
public sealed class IdlePathCosts
{
    private readonly long[] _residencyNs;
    private readonly long _pauseNs;

    /// <summary>Lays out a profile's costs.</summary>
    /// <param name="profile">The profile.</param>
    /// <exception cref="ProfileException">A figure is out of its range, or there are too many C-states; the message says which.</exception>
    public IdlePathCosts(MachineProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        MachineProfiles.Check(profile, profile.Name);
        ProfileCosts costs = profile.Costs;
        RequireConstants(profile);
        TimerWriteNs = costs.TimerWriteExit.LeastNs;
        HltExitNs = costs.HltExit.LeastNs;
        HostBlockNs = costs.HostBlock.LeastNs;
        IpiSendNs = costs.IpiSend.LeastNs;
        ResumeNs = costs.GuestEntry.LeastNs + costs.Inject.LeastNs;
        _pauseNs = costs.Pause.LeastNs;
        PollClock = new PollClock(costs.PollClockCheck.LeastNs);
        _residencyNs = [.. profile.CStates.Select(s => s.TargetResidencyNs)];
        SleepDepths = new SleepDepths(_residencyNs);

        for (int kind = 0; kind < WakeKind.Count; kind++)
        {
            (WokenNs[kind], long cpuNs) = Wake(profile, WakeKind.SituationOf(kind), WakeKind.CauseOf(kind));
            long restartNs = WakeKind.OutcomeOf(kind) == WakeKind.TaskAfterRestart ? TimerWriteNs : 0;
            LatencyNs[kind] = WakeKind.OutcomeOf(kind) == WakeKind.NoTask ? 0 : WokenNs[kind] + restartNs;
            CpuNs[kind] = cpuNs + restartNs;
        }
    }

    /// <summary>One write of the timer deadline.</summary>
    public long TimerWriteNs { get; }

    /// <summary>From HLT to the host having handled the exit.</summary>
    public long HltExitNs { get; }

    /// <summary>The host schedules the vCPU thread out.</summary>
    public long HostBlockNs { get; }

    /// <summary>An IPI to a halted vCPU: CPU time on the waker's side, and latency.</summary>
    public long IpiSendNs { get; }

    /// <summary>From the vCPU thread running until the guest has handled the interrupt.</summary>
    internal long ResumeNs { get; }

    /// <summary>How many C-states the host has.</summary>
    public int CStates => _residencyNs.Length;

    /// <summary>Whether another vCPU causes such a wake-up: by a store where the guest polls, by an IPI where it has halted.</summary>
    /// <param name="cause">The wake cause.</param>
    /// <returns>Whether it does.</returns>
    public static bool IsRemote(WakeCause cause) => cause is WakeCause.RescheduleIpi or WakeCause.OtherIpi or WakeCause.RemoteStore;

    /// <summary>The least time asleep that leads into a C-state.</summary>
    /// <param name="cState">The C-state, from 0 (shallowest) to <see cref="CStates"/> - 1.</param>
    /// <returns>The time, in ns.</returns>
    public long ResidencyNs(int cState) => _residencyNs[cState];

    /// <summary>How long a remote store waits for the poll loop's next look.</summary>
    /// <param name="polledNs">How long the guest had polled when it came, in ns.</param>
    /// <returns>The wait, in ns: less than one PAUSE.</returns>
    public long PauseWaitNs(long polledNs)
    {
        if (_pauseNs == 0)
        {
            return 0;
        }

        long over = polledNs % _pauseNs;
        return over == 0 ? 0 : _pauseNs - over;
    }

    /// <summary>From the arrival until the guest runs: what all wake-ups of a kind have in common.</summary>
    internal long[] WokenNs { get; } = new long[WakeKind.Count];

    /// <summary>The wake-up latency that all wake-ups of a kind have in common; 0 where no task ran.</summary>
    internal long[] LatencyNs { get; } = new long[WakeKind.Count];

    /// <summary>CPU time after the arrival, on the vCPU's pCPU, that all wake-ups of a kind have in common.</summary>
    internal long[] CpuNs { get; } = new long[WakeKind.Count];

    /// <summary>How long the guest's poll loop really polls.</summary>
    internal PollClock PollClock { get; }

    /// <summary>How deep the pCPU sleeps.</summary>
    internal SleepDepths SleepDepths { get; }

    private static void RequireConstants(MachineProfile profile)
    {
        foreach (System.Text.Json.Serialization.Metadata.JsonPropertyInfo cost in ProfileJson.Default.ProfileCosts.Properties)
        {
            if (cost.Get!(profile.Costs) is ProfileCost { IsConstant: false })
            {
                throw new ProfileException($"{profile.Name}: costs.{cost.Name} varies; a replay takes constants: give it 'ns'.");
            }
        }
    }

    private static (long WokenNs, long CpuNs) Wake(MachineProfile profile, int situation, WakeCause cause)
    {
        ProfileCosts costs = profile.Costs;
        if (situation is WakeKind.Caught or WakeKind.Abandoned)
        {
            long awakeNs = IsRemote(cause) ? costs.StoreWake.LeastNs : cause == WakeCause.Timer ? costs.TimerExpiryExit.LeastNs + costs.Inject.LeastNs : costs.Inject.LeastNs;
            return (awakeNs, awakeNs);
        }

        long resumeNs = costs.GuestEntry.LeastNs + costs.Inject.LeastNs;
        long ipiNs = IsRemote(cause) ? costs.IpiSend.LeastNs : 0;
        if (situation is WakeKind.Exiting or WakeKind.HostCaught)
        {
            // A polling host goes on polling until the IPI is there.
            return (ipiNs + resumeNs, resumeNs + (situation == WakeKind.HostCaught ? ipiNs : 0));
        }

        int depth = situation - WakeKind.Blocked;
        long sleepExitNs = depth == 0 || depth > profile.CStates.Count ? 0 : profile.CStates[depth - 1].ExitLatencyNs;
        return (ipiNs + sleepExitNs + costs.HostWake.LeastNs + resumeNs, costs.HostWake.LeastNs + resumeNs);
    }
}
