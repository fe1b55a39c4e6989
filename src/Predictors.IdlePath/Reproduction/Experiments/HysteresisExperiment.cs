namespace Predictors.IdlePath;

/// <summary>T15: constant idle lengths under haltpoll after its window has reached the cap.</summary>
internal sealed class HysteresisExperiment : IExperiment
{
    private static readonly int[] s_idleUs = [205, 260, 310, 350, 395, 410];

    public string Table => "T15";

    public string Profile => "free";

    public ExperimentResult Run(Func<string, BoundPredictor> predictor) => new(
        [.. s_idleUs.SelectMany(us => DeadZoneExperiment.FiguresOf(
            $"haltpoll-{us}us", SettledIdle.Of(predictor("haltpoll"), us * 1_000L, 150_000, 150_000, 205_000)))],
        [],
        ["Idle periods of 150, 150 and 205 us take the window to its cap of 200 us; then as in T14."]);
}
