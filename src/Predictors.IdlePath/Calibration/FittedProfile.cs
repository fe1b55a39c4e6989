using System.Globalization;

namespace Predictors.IdlePath;

/// <summary>Puts a profile together from fitted costs and those of a base profile.</summary>
/// <param name="baseProfile">Where costs come from that were not fitted.</param>
/// <param name="fitted">The costs that were.</param>
internal sealed class FittedProfile(MachineProfile baseProfile, IReadOnlyList<FittedCost> fitted)
{
    public MachineProfile Of(string name, IReadOnlyList<CalibratedTrace> traces, long? tickPeriodNs)
    {
        ProfileCosts costs = baseProfile.Costs;
        bool wakeIsFitted = fitted.Any(f => f.Cost == CostNames.HostWake);
        return new MachineProfile
        {
            Name = name,
            Description = $"The machine that recorded {string.Join(", ", traces.Select(t => t.Name).Distinct())}, by calibration; what these do not"
                + $" tell is that of {baseProfile.Name}."
                + (wakeIsFitted ? " The host's own halt polling and its C-states are in hostWake: replay it with --host-poll off." : string.Empty),
            Costs = new ProfileCosts
            {
                Pause = Cost(CostNames.Pause, costs.Pause),
                PollClockCheck = Cost(CostNames.PollClockCheck, costs.PollClockCheck),
                StoreWake = Cost(CostNames.StoreWake, costs.StoreWake),
                TimerWriteExit = Cost(CostNames.TimerWriteExit, costs.TimerWriteExit),
                TimerExpiryExit = Cost(CostNames.TimerExpiryExit, costs.TimerExpiryExit),
                HltExit = Cost(CostNames.HltExit, costs.HltExit),
                GuestEntry = Cost(CostNames.GuestEntry, costs.GuestEntry),
                HostBlock = Cost(CostNames.HostBlock, costs.HostBlock),
                HostWake = Cost(CostNames.HostWake, costs.HostWake),
                IpiSend = Cost(CostNames.IpiSend, costs.IpiSend),
                Inject = Cost(CostNames.Inject, costs.Inject),
            },
            CStates = wakeIsFitted ? [] : baseProfile.CStates,
            ModeCosts = baseProfile.ModeCosts,
            HostPollingIncluded = wakeIsFitted ? true : baseProfile.HostPollingIncluded,
            TickPeriod = tickPeriodNs is { } ns
                ? new ProfilePeriod(ns, "calibrated: the median time between consecutive ticks, at the nearest usual HZ")
                : baseProfile.TickPeriod,
        };
    }

    private ProfileCost Cost(string name, ProfileCost fromBase) => fitted.FirstOrDefault(f => f.Cost == name) switch
    {
        null => fromBase with { Source = $"not seen in the traces, as in {baseProfile.Name}: {fromBase.Source}" },
        { Times: [{ AsleepFromNs: null } times] } cost when IsConstant(times) => new ProfileCost(times.Quantiles[0].Ns, SourceOf(cost)),
        { Times: [{ AsleepFromNs: null } times] } cost => new ProfileCost(SourceOf(cost), Quantiles: QuantilesOf(times)),
        { } cost => new ProfileCost(SourceOf(cost), AfterSleep: [.. cost.Times.Select(Row)]),
    };

    /// <summary>A row of the table over the time asleep. The first holds for shorter times too: nothing else is known of them.</summary>
    private static CostAfterSleep Row(MeasuredTimes times, int row)
    {
        long fromNs = row == 0 ? 0 : times.AsleepFromNs!.Value;
        return new CostAfterSleep(fromNs, Quantiles: QuantilesOf(times));
    }

    private static string SourceOf(FittedCost cost) =>
        $"calibrated, {cost.Count.ToString("N0", CultureInfo.InvariantCulture)} wake-ups: {cost.How}";

    private static bool IsConstant(MeasuredTimes times) => times.Quantiles[0].Ns == times.Quantiles[^1].Ns;

    private static CostQuantile[] QuantilesOf(MeasuredTimes times) => [.. times.Quantiles.Select(q => new CostQuantile(q.Share, q.Ns))];
}
