using Predictors.Abstractions;

namespace Predictors.Traces.Generators;

/// <summary>Bursts of short idle periods, and quiet in between.</summary>
internal sealed class OnOffWorkload : Workload
{
    private static readonly DurationParameter s_burstIdle =
        LawParameters.Length("burst-idle", "The mean idle period within a burst (exponential).", 20_000);

    private static readonly DurationParameter s_quietIdle =
        LawParameters.Length("quiet-idle", "The mean idle period while it is quiet (exponential).", 5_000_000);

    private static readonly NumberParameter s_burstPeriods =
        new("burst-periods", "How many idle periods a burst has in the mean (geometric).", 50, 1, 1e6);

    private static readonly NumberParameter s_quietPeriods =
        new("quiet-periods", "How many idle periods a quiet time has in the mean (geometric).", 2, 1, 1e6);

    private static readonly RenewalParameters s_common = new();

    public OnOffWorkload()
        : base(new PredictorDescription(
            "on-off", "Bursts of short idle periods, and quiet times with long ones: one idle period tells of the next.",
            [s_burstIdle, s_quietIdle, s_burstPeriods, s_quietPeriods, .. s_common.All]))
    {
    }

    internal override WorkloadModel Create(ParameterValues values)
    {
        double burstPeriods = values.Get(s_burstPeriods);
        double quietPeriods = values.Get(s_quietPeriods);
        var burst = new ExponentialLaw(values.Get(s_burstIdle));
        var quiet = new ExponentialLaw(values.Get(s_quietIdle));
        double share = burstPeriods / (burstPeriods + quietPeriods);
        var mixed = new MixedLaw(share, burst, quiet);

        // Of a chain with two states, the correlation over k steps is that of one step's times persistence^(k-1).
        double persistence = 1 - (1 / burstPeriods) - (1 / quietPeriods);
        double apartNs = burst.Moments.MeanNs - quiet.Moments.MeanNs;
        double correlation = share * (1 - share) * apartNs * apartNs * persistence / mixed.Moments.VarianceNs2!.Value;
        var lengths = new Series("idle", mixed.Moments)
        {
            ShareWithin = mixed.ShareWithin,
            VarianceInflation = 1 + (2 * correlation / (1 - persistence)),
        };
        return new RenewalModel(
            s_common.Read(values), new IdleStatistics(lengths, correlation), () => new OnOffDraw(burst, quiet, burstPeriods, quietPeriods));
    }
}
