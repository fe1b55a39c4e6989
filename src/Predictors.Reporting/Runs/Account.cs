using Predictors.IdlePath;

namespace Predictors.Reporting;

/// <summary>An account as reports show it: a new one is named here, and is in every table and picture.</summary>
internal sealed record Account
{
    private Account(string name, string family, Func<IdleAccounts, long> ns, bool isOnTimeLine, bool isWaste) =>
        (Name, Family, Ns, IsOnTimeLine, IsWaste) = (name, family, ns, isOnTimeLine, isWaste);

    /// <summary>The accounts of the time line, in the order in which a vCPU goes through them, then those beside it.</summary>
    public static IReadOnlyList<Account> All { get; } =
    [
        TimeLine("busy", "busy", a => a.BusyNs),
        WasteOnTimeLine("guest poll, caught", "guest", a => a.GuestPollCaughtNs),
        WasteOnTimeLine("guest poll, failed", "guest", a => a.GuestPollFailedNs),
        WasteOnTimeLine("host poll, caught", "host", a => a.HostPollCaughtNs),
        WasteOnTimeLine("host poll, failed", "host", a => a.HostPollFailedNs),
        WasteOnTimeLine("transitions before the arrival", "overhead", a => a.TransitionNs),
        TimeLine("blocked: the pCPU is free", "blocked", a => a.BlockedNs),
        TimeLine("recorded wake-up", "recorded", a => a.RecordedWakeUpNs),
        TimeLine("not covered by the trace", "uncovered", a => a.UncoveredNs),
        Beside("overhead after the arrival", "overhead", a => a.WakeUpOverheadNs),
        Beside("borne elsewhere: wakers' IPIs", "elsewhere", a => a.WakerIpiNs),
    ];

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

    private static Account TimeLine(string name, string family, Func<IdleAccounts, long> ns) => new(name, family, ns, true, false);

    private static Account WasteOnTimeLine(string name, string family, Func<IdleAccounts, long> ns) => new(name, family, ns, true, true);

    private static Account Beside(string name, string family, Func<IdleAccounts, long> ns) => new(name, family, ns, false, true);
}
