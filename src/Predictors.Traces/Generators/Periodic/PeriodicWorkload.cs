using Predictors.Abstractions;

namespace Predictors.Traces.Generators;

/// <summary>A periodic timer on each vCPU.</summary>
internal sealed class PeriodicWorkload : Workload
{
    private static readonly DurationParameter s_period = LawParameters.Length("period", "The timer's period.", 1_000_000, minNs: 1_000);
    private static readonly DurationParameter s_jitter =
        LawParameters.Length("jitter", "By how much an expiry comes later than its place: uniform from 0 to this.", 0, minNs: 0);

    private static readonly DurationParameter s_busy = LawParameters.Length("busy", "The mean busy period.", 20_000);
    private static readonly ChoiceParameter s_distribution = LawParameters.BoundedChoice("busy-distribution", "the busy periods");
    private static readonly DurationParameter s_exitLatency = LawParameters.ExitLatency();
    private static readonly IntegerParameter s_vcpus = LawParameters.Vcpus();

    public PeriodicWorkload()
        : base(new PredictorDescription(
            "periodic", "A timer with a fixed period on each vCPU; those of n vCPUs are an n-th of the period apart.",
            s_period, s_jitter, s_busy, s_distribution, s_exitLatency, s_vcpus))
    {
    }

    internal override WorkloadModel Create(ParameterValues values)
    {
        var settings = new PeriodicSettings(
            (int)values.Get(s_vcpus),
            values.Get(s_period),
            values.Get(s_jitter),
            LawParameters.Make(values.Get(s_distribution), values.Get(s_busy), paretoShape: 0),
            values.Get(s_exitLatency));
        double takenNs = settings.JitterNs + settings.ExitLatencyNs + settings.Busy.MaxNs;
        return takenNs < settings.PeriodNs
            ? new PeriodicModel(settings)
            : throw new FormatException(
                $"periodic: period={s_period.Format(settings.PeriodNs)} must be longer than jitter, exit latency and the longest busy period together, "
                + $"{s_period.Format((long)takenNs)}.");
    }
}
