using Predictors.Abstractions;

namespace Predictors.IdlePath;

/// <summary>A machine's costs, laid out for the replay loop and for the bound that must agree with it. Costs that vary are given as their least.</summary>
/// <remarks>
/// A wake-up of unknown cause is charged like a device interrupt: an injection, and nothing on a waker's side.
/// </remarks>
public sealed class IdlePathCosts
{
    private const long DefaultTickNs = 4_000_000;

    private readonly MachineProfile _profile;
    private IdlePathCosts? _typical;
    private readonly long[] _residencyNs;
    private readonly long _pauseNs;

    /// <summary>Lays out a machine's costs.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="setup">How the machine is set up; null for the defaults.</param>
    /// <exception cref="ProfileException">A figure is out of its range, or there are too many C-states; the message says which.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure of the setup is out of its range.</exception>
    public IdlePathCosts(MachineProfile profile, MachineSetup? setup = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        MachineProfiles.Check(profile, profile.Name);
        _profile = profile;
        Setup = setup ?? new MachineSetup();
        Setup.Check();
        ProfileCosts costs = profile.Costs;
        Modes = new ModeCosts(profile, Setup);
        Curves = new CostCurves(costs);
        Varies = Setup.Varies || !Curves.AreConstant;
        TickPeriodNs = profile.TickPeriod?.Ns ?? DefaultTickNs;
        Scans = new ScanSchedule(Setup.ScanPeriodNs, (long)(new Luck(Setup.Seed, 0, 0).Share(LuckOf.ScanPhase) * Setup.ScanPeriodNs));
        TimerWriteNs = Modes.TimerWriteNs;
        HltExitNs = costs.HltExit.LeastNs + Modes.SwitchNs;
        HostBlockNs = costs.HostBlock.LeastNs;
        ResumeNs = costs.GuestEntry.LeastNs + costs.Inject.LeastNs + Modes.SwitchNs;
        _pauseNs = costs.Pause.LeastNs;
        PollClock = new PollClock(costs.PollClockCheck.LeastNs);
        _residencyNs = [.. profile.CStates.Select(s => s.TargetResidencyNs)];
        SleepDepths = new SleepDepths(_residencyNs);

        for (int kind = 0; kind < WakeKind.Count; kind++)
        {
            int outcome = WakeKind.OutcomeOf(kind);
            WakeCause cause = WakeKind.CauseOf(kind);
            (WokenNs[kind], long cpuNs) = Wake(profile, WakeKind.SituationOf(kind), cause);
            long writesNs = (outcome == WakeKind.TaskAfterRestart ? TimerWriteNs : 0) + (RearmsAfter(cause) ? TimerWriteNs : 0);
            LatencyNs[kind] = outcome == WakeKind.NoTask ? 0 : WokenNs[kind] + writesNs;
            CpuNs[kind] = cpuNs + writesNs;
        }
    }

    /// <summary>How the machine is set up.</summary>
    public MachineSetup Setup { get; }

    /// <summary>The same machine with every cost that varies at its mean: what others reckon with, who don't know the case.</summary>
    internal IdlePathCosts Typical => Curves.AreConstant ? this : _typical ??= new IdlePathCosts(TypicalProfile.Of(_profile), Setup);

    /// <summary>Whether wake-ups of one kind may cost different things.</summary>
    public bool Varies { get; }

    /// <summary>What stands in for figures that the profile lacks, in sentences.</summary>
    public IReadOnlyList<string> Assumptions => Modes.Assumptions;

    /// <summary>One write of the timer deadline.</summary>
    public long TimerWriteNs { get; }

    /// <summary>From HLT to the host having handled the exit.</summary>
    public long HltExitNs { get; }

    /// <summary>The host schedules the vCPU thread out.</summary>
    public long HostBlockNs { get; }

    /// <summary>An IPI to a halted vCPU: CPU time on the waker's side.</summary>
    public long IpiSendNs => Modes.IpiSendNs;

    /// <summary>The guest's tick period.</summary>
    public long TickPeriodNs { get; }

    /// <summary>From the vCPU thread running until the guest has handled the interrupt.</summary>
    internal long ResumeNs { get; }

    /// <summary>How many C-states the host has.</summary>
    public int CStates => _residencyNs.Length;

    /// <summary>The same profile, set up in another way.</summary>
    /// <param name="setup">How.</param>
    /// <returns>Its costs.</returns>
    public IdlePathCosts With(MachineSetup setup) => new(_profile, setup);

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

    /// <summary>The first tick after an instant: the guest's ticks are taken to fall on multiples of the tick period on the trace's clock.</summary>
    /// <param name="nowNs">The instant, in ns.</param>
    internal long NextTickNs(long nowNs)
    {
        long sinceNs = nowNs % TickPeriodNs;
        return nowNs + TickPeriodNs - (sinceNs < 0 ? sinceNs + TickPeriodNs : sinceNs);
    }

    /// <summary>Whether a wake-up is followed by a write of the next deadline although the tick was not stopped: an expiry, where it never is.</summary>
    internal bool RearmsAfter(WakeCause cause) => !Setup.StopsTick && cause == WakeCause.Timer;

    /// <summary>How long the signal takes that wakes a vCPU which has halted: latency.</summary>
    internal long SignalNs(WakeCause cause) => IsRemote(cause) ? Modes.IpiLatencyNs : cause == WakeCause.Timer ? Modes.ExpiryDeliveryNs : 0;

    /// <summary>What a wake-up costs on other CPUs: the waker's IPI to a vCPU that has halted, or a timer's expiry on a housekeeping CPU.</summary>
    internal long ElsewhereNs(int situation, WakeCause cause) =>
        cause == WakeCause.Timer ? Modes.HousekeepingNs : SendsIpi(situation >= WakeKind.Exiting, cause) ? IpiSendNs : 0;

    /// <summary>Whether the waker sends an IPI to a vCPU that has halted, or has not.</summary>
    internal bool SendsIpi(bool halted, WakeCause cause) => IsRemote(cause) && (halted || Setup.IpisToPollers);

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

    /// <summary>What the setup costs.</summary>
    internal ModeCosts Modes { get; }

    /// <summary>The costs that may vary.</summary>
    internal CostCurves Curves { get; }

    /// <summary>When the exitless timer's agent looks.</summary>
    internal ScanSchedule Scans { get; }

    private (long WokenNs, long CpuNs) Wake(MachineProfile profile, int situation, WakeCause cause)
    {
        ProfileCosts costs = profile.Costs;
        long signalNs = SignalNs(cause);
        if (situation is WakeKind.Caught or WakeKind.Abandoned)
        {
            // A guest that polls goes on polling until a posted interrupt is there.
            long awakeNs = IsRemote(cause) ? costs.StoreWake.LeastNs + (Setup.IpisToPollers ? signalNs : 0)
                : costs.Inject.LeastNs + (cause == WakeCause.Timer ? Modes.ExpiryExitNs + signalNs : 0);
            return (awakeNs, awakeNs);
        }

        if (situation is WakeKind.Exiting or WakeKind.HostCaught)
        {
            // A polling host goes on polling until the signal is there.
            return (signalNs + ResumeNs, ResumeNs + (situation == WakeKind.HostCaught ? signalNs : 0));
        }

        int depth = situation - WakeKind.Blocked;
        long sleepExitNs = depth == 0 || depth > profile.CStates.Count ? 0 : profile.CStates[depth - 1].ExitLatencyNs;
        return (signalNs + sleepExitNs + costs.HostWake.LeastNs + ResumeNs, costs.HostWake.LeastNs + ResumeNs);
    }
}
