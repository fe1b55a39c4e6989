namespace Predictors.IdlePath;

/// <summary>A machine whose costs vary as one on which each is always its mean: what one reckons with before a case is known.</summary>
internal static class TypicalProfile
{
    /// <summary>The profile with a constant in place of every distribution; tables over the time asleep stay tables.</summary>
    /// <param name="profile">A profile that has been checked.</param>
    public static MachineProfile Of(MachineProfile profile)
    {
        ProfileCosts costs = profile.Costs;
        return profile with
        {
            Costs = costs with
            {
                StoreWake = Mean(costs.StoreWake),
                TimerWriteExit = Mean(costs.TimerWriteExit),
                TimerExpiryExit = Mean(costs.TimerExpiryExit),
                HltExit = Mean(costs.HltExit),
                GuestEntry = Mean(costs.GuestEntry),
                HostBlock = Mean(costs.HostBlock),
                HostWake = Mean(costs.HostWake),
                IpiSend = Mean(costs.IpiSend),
                Inject = Mean(costs.Inject),
            },
        };
    }

    private static ProfileCost Mean(ProfileCost cost)
    {
        if (cost.IsConstant)
        {
            return cost;
        }

        var curve = new CostCurve(cost);
        if (curve.FromNs.Count == 1)
        {
            return new ProfileCost(curve.MeanNs(0), cost.Source);
        }

        // A profile's costs grow with the time asleep; the means of rows with few, scattered cases need not.
        long leastNs = 0;
        return new ProfileCost(
            cost.Source, AfterSleep: [.. curve.FromNs.Select(fromNs => new CostAfterSleep(fromNs, leastNs = Math.Max(leastNs, curve.MeanNs(fromNs))))]);
    }
}
