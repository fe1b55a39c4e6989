namespace Predictors.IdlePath;

/// <summary>T8: MSR-write exits of a loopback TCP_RR, on one vCPU and on two.</summary>
internal sealed class TransactionExitsExperiment : IExperiment
{
    /// <summary>
    /// A guest of then programs its timer twice where the tick is stopped or restarted: once when the tick's timer is removed and once when it
    /// is queued again. Kernels avoid that since 2021 (lore 20210713135157.873137732@linutronix.de); the model has one write.
    /// </summary>
    private const int WritesATickChange = 2;

    public string Table => "T8";

    public string Profile => "ivybridge-2015";

    public ExperimentResult Run(Func<string, BoundPredictor> predictor)
    {
        // KVM did not poll before 2015.
        var settings = new ReplaySettings { Costs = new IdlePathCosts(MachineProfiles.Get(Profile)) };
        PingPongResult two = new PingPong(HaltPollingExperiment.TransactionWorkNs).Run(predictor("halt"), settings);

        // On one vCPU client and server work by turns: it is never idle.
        ExitCounts one = new SyntheticTrace([[]], (long)(two.RoundTrips * two.RoundTripNs)).Replay(predictor("halt"), settings).Exits;
        return new ExperimentResult(
            [new SimulatedFigure("1-vcpu", "msr-write", MsrWrites(one, two.RoundTrips)), new SimulatedFigure("2-vcpu", "msr-write", MsrWrites(two.Exits, two.RoundTrips))],
            [],
            [
                FormattableString.Invariant(
                    $"A ping-pong, nothing fitted: {two.Exits.TimerWrite / two.RoundTrips:0.00} tick changes and {two.Exits.Ipi / two.RoundTrips:0.00} IPIs a transaction. Each IPI is an MSR write, each tick change two: a guest of then programmed its timer on removal and again on queueing."),
                "External interrupts (0.02 and 0.07 a transaction) are the host's own; they have no place in the model.",
            ]);
    }

    private static double MsrWrites(ExitCounts exits, double transactions) => ((WritesATickChange * exits.TimerWrite) + exits.Ipi) / transactions;
}
