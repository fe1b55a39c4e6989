namespace Predictors.IdlePath.Tests;

/// <summary>Machine profiles for tests.</summary>
internal static class MadeUpProfile
{
    /// <summary>Every cost is another prime, so that no two sums are alike.</summary>
    public static MachineProfile Primes { get; } = Of(
        pauseNs: 7,
        pollClockCheckNs: 101,
        storeWakeNs: 13,
        timerWriteNs: 211,
        timerExpiryNs: 89,
        hltExitNs: 307,
        guestEntryNs: 151,
        hostBlockNs: 401,
        hostWakeNs: 503,
        ipiSendNs: 229,
        injectNs: 53,
        cStates: [(601, 1_009), (2_003, 5_003)]);

    public static MachineProfile Of(
        long pauseNs = 0,
        long pollClockCheckNs = 0,
        long storeWakeNs = 0,
        long timerWriteNs = 0,
        long timerExpiryNs = 0,
        long hltExitNs = 0,
        long guestEntryNs = 0,
        long hostBlockNs = 0,
        long hostWakeNs = 0,
        long ipiSendNs = 0,
        long injectNs = 0,
        params (long ExitLatencyNs, long TargetResidencyNs)[] cStates) => new()
        {
            Name = "made-up",
            Description = "For tests.",
            Costs = new ProfileCosts
            {
                Pause = Cost(pauseNs),
                PollClockCheck = Cost(pollClockCheckNs),
                StoreWake = Cost(storeWakeNs),
                TimerWriteExit = Cost(timerWriteNs),
                TimerExpiryExit = Cost(timerExpiryNs),
                HltExit = Cost(hltExitNs),
                GuestEntry = Cost(guestEntryNs),
                HostBlock = Cost(hostBlockNs),
                HostWake = Cost(hostWakeNs),
                IpiSend = Cost(ipiSendNs),
                Inject = Cost(injectNs),
            },
            CStates = [.. cStates.Select((s, i) => new ProfileCState($"C{i + 1}", s.ExitLatencyNs, s.TargetResidencyNs, "made up"))],
        };

    private static ProfileCost Cost(long ns) => new(ns, "made up");
}
