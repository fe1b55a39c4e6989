using Predictors.Abstractions;

namespace Predictors.IdlePath;

/// <summary>What a tally held before an idle period, to tell what the period added to it.</summary>
/// <param name="tally">The tally before the period.</param>
internal readonly struct TallyMark(in Tally tally)
{
    private readonly long _guestPollCaughtNs = tally.GuestPollCaughtNs;
    private readonly long _guestPollFailedNs = tally.GuestPollFailedNs;
    private readonly long _hostPollCaughtNs = tally.HostPollCaughtNs;
    private readonly long _hostPollFailedNs = tally.HostPollFailedNs;
    private readonly long _blockedNs = tally.BlockedNs;
    private readonly long _moreIpiNs = tally.Varied?.WakerIpiNs ?? 0;
    private readonly long _siblingNs = tally.Varied?.SiblingNs ?? 0;

    /// <summary>What the waker's IPI cost since then on top of the least, in ns.</summary>
    public long MoreIpiNs(in Tally now) => (now.Varied?.WakerIpiNs ?? 0) - _moreIpiNs;

    /// <summary>The accounts of the period.</summary>
    /// <param name="now">The tally after the period.</param>
    /// <param name="costs">The machine.</param>
    /// <param name="arrivalNs">The arrival, counted from the entry, in ns.</param>
    /// <param name="exit">How the period ended.</param>
    /// <param name="wasteNs">What it cost in CPU, in ns.</param>
    public PeriodAccounts Since(in Tally now, IdlePathCosts costs, long arrivalNs, in IdleExit exit, long wasteNs)
    {
        long guestCaughtNs = now.GuestPollCaughtNs - _guestPollCaughtNs;
        long guestFailedNs = now.GuestPollFailedNs - _guestPollFailedNs;
        long hostCaughtNs = now.HostPollCaughtNs - _hostPollCaughtNs;
        long hostFailedNs = now.HostPollFailedNs - _hostPollFailedNs;
        long blockedNs = now.BlockedNs - _blockedNs;
        long siblingNs = (now.Varied?.SiblingNs ?? 0) - _siblingNs;
        long ipiNs = MoreIpiNs(in now) + (costs.SendsIpi(exit.HaltNs > 0, exit.Cause) ? costs.IpiSendNs : 0);
        long housekeepingNs = exit.Cause == WakeCause.Timer ? costs.Modes.HousekeepingNs : 0;

        // Before the arrival whatever is neither polled nor slept is a transition; of the waste what is left is overhead.
        long transitionNs = arrivalNs - guestCaughtNs - guestFailedNs - hostCaughtNs - hostFailedNs - blockedNs;
        return new PeriodAccounts
        {
            GuestPollCaughtNs = guestCaughtNs,
            GuestPollFailedNs = guestFailedNs,
            TransitionNs = transitionNs,
            HostPollCaughtNs = hostCaughtNs,
            HostPollFailedNs = hostFailedNs,
            BlockedNs = blockedNs,
            WakeUpOverheadNs = wasteNs - (arrivalNs - blockedNs) - ipiNs - housekeepingNs - siblingNs,
            WakerIpiNs = ipiNs,
            HousekeepingNs = housekeepingNs,
            SiblingNs = siblingNs,
        };
    }
}
