namespace Predictors.IdlePath;

/// <summary>T10: a vCPU that a timer wakes once a period which lies between two caps of the host's halt polling.</summary>
internal sealed class CapCollapseExperiment : IExperiment
{
    private const long PeriodNs = 300_000;
    private const double GuestShare = 0.165;
    private const int WakeUps = 4_000;

    public string Table => "T10";

    public string Profile => "ivybridge-2015";

    public ExperimentResult Run(Func<string, BoundPredictor> predictor)
    {
        (double system400, _) = HostPercent(predictor, "400us");
        (double system200, double guest200) = HostPercent(predictor, "200us");
        return new ExperimentResult(
            [
                new SimulatedFigure("cap-400us", "host-system", system400),
                new SimulatedFigure("cap-200us", "host-system", system200),
                new SimulatedFigure("cap-200us", "guest", guest200, IsFitted: true),
            ],
            [new OrderCheck("the cap above the period costs more than the one below", system400 > system200)],
            [
                "The period is not published: it is taken to be 300 us, halfway between the caps, and the work after each wake-up to be the published guest share of"
                + " it. System time is the host's: polling, exits, blocking and waking; guest time is the work.",
            ]);
    }

    /// <summary>System and guest time of the vCPU's thread, in percent of the span.</summary>
    private (double System, double Guest) HostPercent(Func<string, BoundPredictor> predictor, string cap)
    {
        SyntheticTrace trace = Wakers.Periodic(PeriodNs, (long)(GuestShare * PeriodNs), WakeUps);
        var settings = new ReplaySettings
        {
            Costs = new IdlePathCosts(MachineProfiles.Get(Profile)),
            HostPolling = predictor($"kvm-halt-poll:max={cap},shrink=0"),
        };
        IdleAccounts accounts = trace.Replay(predictor("halt"), settings).Accounts;
        double spanNs = trace.Inspection.LastNs;
        return (100 * accounts.WasteNs / spanNs, 100 * accounts.BusyNs / spanNs);
    }
}
