namespace Predictors.IdlePath;

/// <summary>T2: a host that never, always or dynamically polls, under idle guests and a TCP_RR.</summary>
internal sealed class HaltPollingExperiment : IExperiment
{
    /// <summary>Wake-ups a second of the idle tickless guest, and the work after each: so that it comes out without polling and with it.</summary>
    private const double NohzPerSecond = 3.0;
    private const long NohzWorkNs = 489_000;

    /// <summary>The work after each tick: so that it comes out without polling.</summary>
    private const long TickWorkNs = 33_100;
    private const long TickPeriodNs = 4_000_000;

    /// <summary>The work of each side between two wake-ups of a transaction: so that it comes out without polling.</summary>
    public const long TransactionWorkNs = 7_335;

    private const int NohzWakeUps = 2_000;
    private const int Ticks = 15_000;

    // The rule as it was merged: a cap of 500 us, and back to 0 after a poll in vain.
    private static readonly (string Name, string? HostRule)[] s_hosts =
        [("no-poll", null), ("always-poll", "fixed-window:window=500us"), ("dynamic-poll", "kvm-halt-poll:max=500us,shrink=0")];

    public string Table => "T2";

    public string Profile => "ivybridge-2015";

    public ExperimentResult Run(Func<string, BoundPredictor> predictor)
    {
        var costs = new IdlePathCosts(MachineProfiles.Get(Profile));
        SyntheticTrace nohz = Wakers.AtRandom(NohzPerSecond, NohzWorkNs, NohzWakeUps, seed: 1);
        SyntheticTrace ticking = Wakers.Periodic(TickPeriodNs, TickWorkNs, Ticks);
        var figures = new List<SimulatedFigure>();
        foreach ((string name, string? hostRule) in s_hosts)
        {
            BoundPredictor guest = predictor("halt");
            var settings = new ReplaySettings { Costs = costs, HostPolling = hostRule is null ? null : predictor(hostRule) };
            bool isFirst = hostRule is null;
            figures.Add(new SimulatedFigure(name, "idle-nohz-c0", C0Percent(nohz, guest, settings), isFirst || name == "always-poll"));
            figures.Add(new SimulatedFigure(name, "idle-250hz-c0", C0Percent(ticking, guest, settings), isFirst));
            double roundTripNs = new PingPong(TransactionWorkNs).Run(guest, settings).RoundTripNs;
            figures.Add(new SimulatedFigure(name, "tcp-rr", roundTripNs / 1e3, isFirst));
        }

        return new ExperimentResult(figures, [.. Orders(figures)], Notes());
    }

    private static double C0Percent(SyntheticTrace trace, BoundPredictor guest, ReplaySettings settings)
    {
        IdleAccounts accounts = trace.Replay(guest, settings).Accounts;
        return 100.0 * (accounts.BusyNs + accounts.WasteNs) / trace.Inspection.LastNs;
    }

    private static IEnumerable<OrderCheck> Orders(List<SimulatedFigure> figures)
    {
        foreach (string metric in (string[])["idle-nohz-c0", "idle-250hz-c0"])
        {
            (double none, double always, double ruled) = (Of("no-poll"), Of("always-poll"), Of("dynamic-poll"));
            yield return new OrderCheck($"{metric}: no poll, at most dynamic poll, less than always poll", none <= ruled && ruled < always);

            double Of(string configuration) => figures.Single(f => f.Configuration == configuration && f.Metric == metric).Value;
        }
    }

    private static string[] Notes() =>
    [
        "C0 is the work and the CPU waste of the vCPU's thread. The tickless guest is woken at random; rate and work are fitted on its first two figures. The 250 Hz"
        + " guest is woken by its tick; the work after a tick is fitted on the figure without polling.",
        "TCP_RR: a ping-pong of two vCPUs, two halts a transaction; the work of each side is fitted on the latency without polling.",
    ];
}
