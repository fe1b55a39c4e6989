using Predictors.IdlePath;

namespace Predictors.Reporting;

/// <summary>An account as reports show it: a new one is named here, and is in every table and picture.</summary>
internal sealed record Account
{
    private Account(string jsonName, string name, string family, Func<IdleAccounts, long> ns, bool isOnTimeLine, bool isWaste) =>
        (JsonName, Name, Family, Ns, IsOnTimeLine, IsWaste) = (jsonName, name, family, ns, isOnTimeLine, isWaste);

    /// <summary>The accounts of the time line, in the order in which a vCPU goes through them, then those beside it.</summary>
    public static IReadOnlyList<Account> All { get; } =
    [
        TimeLine("busyNs", "busy", "busy", a => a.BusyNs),
        WasteOnTimeLine("guestPollCaughtNs", "guest poll, caught", "guest", a => a.GuestPollCaughtNs),
        WasteOnTimeLine("guestPollFailedNs", "guest poll, failed", "guest", a => a.GuestPollFailedNs),
        WasteOnTimeLine("hostPollCaughtNs", "host poll, caught", "host", a => a.HostPollCaughtNs),
        WasteOnTimeLine("hostPollFailedNs", "host poll, failed", "host", a => a.HostPollFailedNs),
        WasteOnTimeLine("transitionNs", "transitions before the arrival", "overhead", a => a.TransitionNs),
        TimeLine("blockedNs", "blocked: the pCPU is free", "blocked", a => a.BlockedNs),
        TimeLine("recordedWakeUpNs", "recorded wake-up", "recorded", a => a.RecordedWakeUpNs),
        TimeLine("uncoveredNs", "not covered by the trace", "uncovered", a => a.UncoveredNs),
        Beside("wakeUpOverheadNs", "overhead after the arrival", "overhead", a => a.WakeUpOverheadNs),
        Beside("wakerIpiNs", "borne elsewhere: wakers' IPIs", "elsewhere", a => a.WakerIpiNs),
    ];

    /// <summary>Its name in JSON.</summary>
    public string JsonName { get; }

    /// <summary>What it holds, in a few words.</summary>
    public string Name { get; }

    /// <summary>What it belongs to; accounts of a family have kindred colours.</summary>
    public string Family { get; }

    /// <summary>How much is in it, in ns.</summary>
    public Func<IdleAccounts, long> Ns { get; }

    /// <summary>Whether it is a part of span x vCPUs.</summary>
    public bool IsOnTimeLine { get; }

    /// <summary>Whether it is a part of the CPU waste.</summary>
    public bool IsWaste { get; }

    private static Account TimeLine(string jsonName, string name, string family, Func<IdleAccounts, long> ns) => new(jsonName, name, family, ns, true, false);

    private static Account WasteOnTimeLine(string jsonName, string name, string family, Func<IdleAccounts, long> ns) => new(jsonName, name, family, ns, true, true);

    private static Account Beside(string jsonName, string name, string family, Func<IdleAccounts, long> ns) => new(jsonName, name, family, ns, false, true);
}
