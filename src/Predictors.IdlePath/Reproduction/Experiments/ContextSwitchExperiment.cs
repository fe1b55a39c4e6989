namespace Predictors.IdlePath;

/// <summary>T1: two threads on two vCPUs that wake each other through a futex.</summary>
internal sealed class ContextSwitchExperiment : IExperiment
{
    /// <summary>The benchmark counts four switches in a round trip (github.com/tsuna/contextswitch, timectxsw.c).</summary>
    public const int SwitchesARoundTrip = 4;

    /// <summary>The work between two wake-ups: so that the row with a threshold of 20 us comes out.</summary>
    public const double WorkNs = 2_700;

    private const double SiblingSlowdown = 0.3;

    // KVM's rule as it was then: 6.11 made 2 of the shrink of 0.
    private const string HostRule = "kvm-halt-poll:shrink=0";

    public string Table => "T1";

    public string Profile => "alibaba-2017";

    public ExperimentResult Run(Func<string, BoundPredictor> predictor)
    {
        MachineProfile machine = MachineProfiles.Get(Profile);
        var figures = new List<SimulatedFigure> { Of("no-patch", "halt", HostRule, WorkNs, isFitted: true) };
        foreach (string threshold in (string[])["10us", "20us", "30us", "500us"])
        {
            figures.Add(Of($"smart-poll-{threshold}", $"smart-idle-poll:threshold={threshold}", HostRule, WorkNs, threshold == "20us"));
        }

        foreach (string cap in (string[])["10us", "20us", "30us", "500us"])
        {
            figures.Add(Of($"kvm-poll-{cap}", "halt", $"kvm-halt-poll:max={cap},shrink=0", WorkNs));
        }

        figures.Add(Of("idle-poll", "idle-poll", HostRule, WorkNs * (1 + SiblingSlowdown)));
        figures.Add(Of("idle-mwait", "halt", HostRule, WorkNs));
        return new ExperimentResult(figures, Orders(figures), Notes());

        SimulatedFigure Of(string configuration, string guest, string host, double workNs, bool isFitted = false) =>
            new(configuration, "switch", SwitchNs(machine, workNs, predictor(guest), predictor(host)), isFitted);
    }

    /// <summary>The simulated time of a switch, in ns.</summary>
    public static double SwitchNs(MachineProfile machine, double workNs, BoundPredictor guest, BoundPredictor host)
    {
        var settings = new ReplaySettings { Costs = new IdlePathCosts(machine), HostPolling = host };
        return new PingPong(workNs).Run(guest, settings).RoundTripNs / SwitchesARoundTrip;
    }

    private static OrderCheck[] Orders(List<SimulatedFigure> figures)
    {
        double slowestSmart = figures.Where(f => f.Configuration.StartsWith("smart", StringComparison.Ordinal)).Max(f => f.Value);
        double idlePoll = figures.Single(f => f.Configuration == "idle-poll").Value;
        double fastestHalting = figures.Where(f => f.Configuration is "no-patch" or "idle-mwait" || f.Configuration.StartsWith("kvm", StringComparison.Ordinal))
            .Min(f => f.Value);
        return
        [
            new OrderCheck("every smart poll is faster than idle=poll", slowestSmart < idlePoll),
            new OrderCheck("idle=poll is faster than every halting configuration (no patch, KVM's polling, idle=mwait)", idlePoll < fastestHalting),
        ];
    }

    private static string[] Notes() =>
    [
        "A ping-pong: the work between two wake-ups and one factor on all costs of skylake-sp (profile alibaba-2017) are fitted on two rows, the"
        + " others follow.",
        "Without the patch the host polls by KVM's default of then: the 200 % of CPU that were published show that neither vCPU ever let its pCPU go.",
        "idle=poll: all ten vCPUs poll; a sibling that polls is taken to slow the work by 30 % (an assumption). idle=mwait: 206 % of CPU show that it halted.",
        "The four smart-poll rows differ by 28 % among themselves though each window is longer than every idle period; the model has nothing that would tell"
        + " them apart, so that one of them lies outside.",
    ];
}
