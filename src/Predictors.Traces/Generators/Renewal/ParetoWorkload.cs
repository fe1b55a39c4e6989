using Predictors.Abstractions;

namespace Predictors.Traces.Generators;

/// <summary>Idle periods with a heavy tail.</summary>
internal sealed class ParetoWorkload : Workload
{
    private static readonly DurationParameter s_least = LawParameters.Length("least-idle", "The shortest idle period.", 10_000);
    private static readonly DurationParameter s_most = LawParameters.Length("most-idle", "The longest idle period.", 1_000_000_000);
    private static readonly NumberParameter s_shape =
        new("idle-shape", "The tail's exponent; the smaller, the heavier the tail.", 1.2, 0.1, 10);

    private static readonly RenewalParameters s_common = new();

    public ParetoWorkload()
        : base(new PredictorDescription(
            "pareto", "Idle periods with a heavy tail (Pareto between two bounds): the longer one has lasted, the longer it will.",
            [s_least, s_most, s_shape, .. s_common.All]))
    {
    }

    internal override WorkloadModel Create(ParameterValues values)
    {
        long leastNs = values.Get(s_least);
        long mostNs = values.Get(s_most);
        if (mostNs <= leastNs)
        {
            throw new FormatException(
                $"pareto: most-idle={s_most.Format(mostNs)} must be longer than least-idle={s_least.Format(leastNs)}.");
        }

        var law = new BoundedParetoLaw(leastNs, mostNs, values.Get(s_shape));
        var lengths = new Series("idle", law.Moments) { ShareWithin = law.ShareWithin };
        return new RenewalModel(s_common.Read(values), new IdleStatistics(lengths, expectedCorrelation: 0), () => new LawDraw(law));
    }
}
