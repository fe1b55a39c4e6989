namespace Predictors.IdlePath;

/// <summary>How a machine is set up: what is chosen for a run, beside the profile that tells what things cost. The defaults change nothing.</summary>
public sealed record MachineSetup
{
    /// <summary>The greatest slowdown of a hyperthread sibling, in percent.</summary>
    public const int MaxSiblingSlowdownPercent = 100;

    /// <summary>The shortest scan period, in ns.</summary>
    public const long MinScanPeriodNs = 1_000;

    /// <summary>The longest scan period and the longest slice, in ns.</summary>
    public const long MaxPeriodNs = 1_000_000_000;

    /// <summary>Where the poll sits.</summary>
    public PollPlace PollPlace { get; init; }

    /// <summary>How timers reach the hardware.</summary>
    public TimerPath Timer { get; init; }

    /// <summary>The time between two scans of the exitless timer's agent, in ns: 1 us to 1 s.</summary>
    public long ScanPeriodNs { get; init; } = 250_000;

    /// <summary>How many vCPUs share the agent's dedicated CPU: 1 or more; null for those of the trace.</summary>
    public int? AgentVcpus { get; init; }

    /// <summary>
    /// Whether an idle guest stops its tick. False is the boot option <c>nohz=off</c>: the tick wakes an idle vCPU every tick period, and
    /// every expired timer is followed by a write of the next deadline.
    /// </summary>
    public bool StopsTick { get; init; } = true;

    /// <summary>How IPIs get to a halted vCPU.</summary>
    public IpiPath Ipi { get; init; }

    /// <summary>The share of time in which another task wants the vCPU's pCPU: 0 to less than 1.</summary>
    public double HostLoadShare { get; init; }

    /// <summary>How long such a task runs once it does, in ns: 1 to 1 s. Used where <see cref="HostLoadShare"/> is above 0.</summary>
    public long HostSliceNs { get; init; } = 700_000;

    /// <summary>How the host picks C-states.</summary>
    public HostGovernor Governor { get; init; }

    /// <summary>How much of a hyperthread sibling's work is lost while this vCPU or the host polls, in percent: 0 to 100.</summary>
    public int SiblingSlowdownPercent { get; init; }

    /// <summary>Whether PAUSE loops of the guest exit (pause-loop exiting).</summary>
    public bool PauseLoopExits { get; init; }

    /// <summary>
    /// Whether a vCPU that polls is woken by an IPI, as one that has halted is: it polls in a task, which the kernel does not know to be looking. A guest
    /// that polls in its idle loop is woken by a store.
    /// </summary>
    public bool IpisToPollers { get; init; }

    /// <summary>Whether every timer is followed from its deadline to the guest, at the price of a slower replay.</summary>
    public bool FollowsTimers { get; init; }

    /// <summary>The seed of all draws: each is keyed by it, the vCPU and the idle period.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Whether the guest polls.</summary>
    internal bool GuestPolls => PollPlace is PollPlace.BeforeTickStop or PollPlace.InHalt or PollPlace.Both;

    /// <summary>Whether what a wake-up costs depends on more than its kind.</summary>
    internal bool Varies =>
        PollPlace is not (PollPlace.BeforeTickStop or PollPlace.Both) || Timer == TimerPath.Exitless || !StopsTick || HostLoadShare > 0
        || Governor != HostGovernor.Hindsight || SiblingSlowdownPercent > 0 || PauseLoopExits || IpisToPollers || FollowsTimers;

    /// <summary>Whether an expiry leaves the vCPU's pCPU alone.</summary>
    internal bool ExpiresElsewhere => Timer is TimerPath.PostedInterrupt or TimerPath.Exitless;

    /// <summary>Holds that all figures are in their range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One is not; the message says which.</exception>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ScanPeriodNs, MinScanPeriodNs);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ScanPeriodNs, MaxPeriodNs);
        ArgumentOutOfRangeException.ThrowIfLessThan(AgentVcpus ?? 1, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(HostSliceNs, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(HostSliceNs, MaxPeriodNs);
        ArgumentOutOfRangeException.ThrowIfNegative(SiblingSlowdownPercent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(SiblingSlowdownPercent, MaxSiblingSlowdownPercent);
        if (!(HostLoadShare is >= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(HostLoadShare), HostLoadShare, "The share is 0 to less than 1.");
        }
    }
}
