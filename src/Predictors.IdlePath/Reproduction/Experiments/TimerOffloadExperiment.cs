namespace Predictors.IdlePath;

/// <summary>T9: timers that expire on the vCPU's own pCPU, or on a housekeeping CPU that posts the interrupt.</summary>
internal sealed class TimerOffloadExperiment : IExperiment
{
    /// <summary>The share of timers among the external interrupts of a production VM, on each of its two vCPUs (secondary source of the collected figures).</summary>
    private const double TimerShare = 0.93;

    private const long PeriodNs = 200_000;
    private const long WorkNs = 50_000;
    private const int WakeUps = 4_000;

    public string Table => "T9";

    public string Profile => "skylake-sp";

    public ExperimentResult Run(Func<string, BoundPredictor> predictor)
    {
        long without = Expiries(predictor, TimerPath.TscDeadline);
        long with = Expiries(predictor, TimerPath.PostedInterrupt);
        double lessPercent = 100 * TimerShare * (without - with) / without;
        return new ExperimentResult(
            [new SimulatedFigure("posted-interrupt", "external-interrupt-exits-spared", lessPercent)],
            [new OrderCheck("posted interrupts spare exits", with < without)],
            [
                FormattableString.Invariant(
                    $"A vCPU that a timer wakes every 200 us and that stays in guest mode while it is idle, as posting requires (HLT and MWAIT do not exit): {without:N0} expiry exits without, {with:N0} with posted interrupts."),
                "External interrupts that are no timers stay; 93 % of those of a production VM were timers, which is taken for this one.",
            ]);
    }

    private long Expiries(Func<string, BoundPredictor> predictor, TimerPath path)
    {
        var costs = new IdlePathCosts(MachineProfiles.Get(Profile), new MachineSetup { Timer = path });

        // Polling stands for a vCPU that stays in guest mode while it is idle.
        return Wakers.Periodic(PeriodNs, WorkNs, WakeUps).Replay(predictor("idle-poll"), new ReplaySettings { Costs = costs }).Exits.TimerExpiry;
    }
}
