using Predictors.Abstractions;

namespace Predictors.Traces.Generators;

/// <summary>Memoryless idle periods.</summary>
internal sealed class ExponentialWorkload : Workload
{
    private static readonly DurationParameter s_idle =
        LawParameters.Length("idle", "The mean idle period, from entry to the wake-up event.", 100_000);

    private static readonly RenewalParameters s_common = new();

    public ExponentialWorkload()
        : base(new PredictorDescription(
            "exponential", "Idle periods of exponential length: how long one has lasted says nothing of how long it will.",
            [s_idle, .. s_common.All]))
    {
    }

    internal override WorkloadModel Create(ParameterValues values)
    {
        var law = new ExponentialLaw(values.Get(s_idle));
        var lengths = new Series("idle", law.Moments) { ShareWithin = law.ShareWithin };
        return new RenewalModel(s_common.Read(values), new IdleStatistics(lengths, expectedCorrelation: 0), () => new LawDraw(law));
    }
}
