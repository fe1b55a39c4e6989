using Predictors.IdlePath;

namespace Predictors.Reporting;

/// <summary>An account as reports show it: a new one is named here, and is in every table and picture.</summary>
/// <param name="JsonName">Its name in JSON.</param>
/// <param name="Name">What it holds, in a few words.</param>
/// <param name="Family">What it belongs to; accounts of a family have kindred colours.</param>
/// <param name="Ns">How much is in it, in ns.</param>
internal sealed record Account(string JsonName, string Name, string Family, Func<IdleAccounts, long> Ns)
{
    private static readonly Account s_busy = new("busyNs", "busy", "busy", a => a.BusyNs);
    private static readonly Account s_guestCaught = new("guestPollCaughtNs", "guest poll, caught", "guest", a => a.GuestPollCaughtNs);
    private static readonly Account s_guestFailed = new("guestPollFailedNs", "guest poll, failed", "guest", a => a.GuestPollFailedNs);
    private static readonly Account s_hostCaught = new("hostPollCaughtNs", "host poll, caught", "host", a => a.HostPollCaughtNs);
    private static readonly Account s_hostFailed = new("hostPollFailedNs", "host poll, failed", "host", a => a.HostPollFailedNs);
    private static readonly Account s_transition = new("transitionNs", "transitions before the arrival", "overhead", a => a.TransitionNs);
    private static readonly Account s_blocked = new("blockedNs", "blocked: the pCPU is free", "blocked", a => a.BlockedNs);
    private static readonly Account s_recorded = new("recordedWakeUpNs", "recorded wake-up", "recorded", a => a.RecordedWakeUpNs);
    private static readonly Account s_uncovered = new("uncoveredNs", "not covered by the trace", "uncovered", a => a.UncoveredNs);
    private static readonly Account s_overhead = new("wakeUpOverheadNs", "overhead after the arrival", "overhead", a => a.WakeUpOverheadNs);
    private static readonly Account s_ipis = new("wakerIpiNs", "borne elsewhere: wakers' IPIs", "elsewhere", a => a.WakerIpiNs);

    /// <summary>The accounts that add up to span x vCPUs.</summary>
    public static IReadOnlyList<Account> TimeLine { get; } =
        [s_busy, s_guestCaught, s_guestFailed, s_transition, s_hostCaught, s_hostFailed, s_blocked, s_recorded, s_uncovered];

    /// <summary>The accounts that only some machines have: named where there is something in them.</summary>
    public static IReadOnlyList<Account> Rare { get; } =
    [
        new("housekeepingNs", "borne elsewhere: timers on a housekeeping CPU", "housekeeping", a => a.HousekeepingNs),
        new("siblingNs", "borne elsewhere: work lost on hyperthread siblings", "sibling", a => a.SiblingNs),
        new("agentNs", "borne elsewhere: the exitless timer's agent", "agent", a => a.AgentNs),
    ];

    /// <summary>The accounts that add up to the CPU waste.</summary>
    public static IReadOnlyList<Account> Waste { get; } =
        [s_guestCaught, s_guestFailed, s_hostCaught, s_hostFailed, s_transition, s_overhead, s_ipis, .. Rare];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Account> All { get; } = [s_busy, .. Waste, .. TimeLine.Skip(1).Except(Waste)];
}
