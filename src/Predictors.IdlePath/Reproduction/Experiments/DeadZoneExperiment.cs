namespace Predictors.IdlePath;

/// <summary>T14: constant idle lengths from a cold start, under haltpoll and KVM's rule, on a machine on which a halt costs nothing.</summary>
internal sealed class DeadZoneExperiment : IExperiment
{
    private static readonly int[] s_idleUs = [20, 49, 55, 80, 99, 120, 180, 205];

    public string Table => "T14";

    public string Profile => "free";

    public ExperimentResult Run(Func<string, BoundPredictor> predictor)
    {
        var figures = new List<SimulatedFigure>();
        foreach (string rule in (string[])["haltpoll", "kvm-halt-poll"])
        {
            foreach (int idleUs in s_idleUs)
            {
                figures.AddRange(FiguresOf($"{rule}-{idleUs}us", SettledIdle.Of(predictor(rule), idleUs * 1_000L)));
            }
        }

        return new ExperimentResult(
            figures, [], ["400 idle periods of one length after 100 that let the rule settle; both rules in the guest's place, with their defaults."]);
    }

    public static IEnumerable<SimulatedFigure> FiguresOf(string configuration, SettledIdle settled) =>
    [
        new(configuration, "window", settled.WindowUs),
        new(configuration, "poll-per-idle", settled.PolledUs),
        new(configuration, "halts-per-idle", settled.Halts),
    ];
}
