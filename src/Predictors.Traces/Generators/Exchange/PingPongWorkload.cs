using Predictors.Abstractions;

namespace Predictors.Traces.Generators;

/// <summary>Pairs of vCPUs that wake each other in turn.</summary>
internal sealed class PingPongWorkload : Workload
{
    private static readonly DurationParameter s_work = LawParameters.Length("work", "The mean work before the other vCPU is woken.", 20_000);
    private static readonly ChoiceParameter s_distribution = LawParameters.Choice("work-distribution", "the work");
    private static readonly NumberParameter s_shape = LawParameters.ParetoShape("work-shape", "the work");
    private static readonly DurationParameter s_exitLatency = LawParameters.ExitLatency();
    private static readonly IntegerParameter s_pairs = new("pairs", "How many pairs of vCPUs.", 1, 1, 512);

    public PingPongWorkload()
        : base(new PredictorDescription(
            "ping-pong", "Pairs of vCPUs that wake each other by reschedule IPI: one works while the other is idle.",
            s_work, s_distribution, s_shape, s_exitLatency, s_pairs))
    {
    }

    internal override WorkloadModel Create(ParameterValues values) => new PingPongModel(
        (int)values.Get(s_pairs),
        LawParameters.Make(values.Get(s_distribution), values.Get(s_work), values.Get(s_shape)),
        values.Get(s_exitLatency));
}
