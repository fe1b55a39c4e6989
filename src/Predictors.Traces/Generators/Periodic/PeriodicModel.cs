using Predictors.Abstractions;

namespace Predictors.Traces.Generators;

/// <summary>The timers, each on its vCPU.</summary>
internal sealed class PeriodicModel : WorkloadModel
{
    private readonly PeriodicSettings _settings;
    private readonly Series _idle;
    private readonly Series _busy;

    public PeriodicModel(PeriodicSettings settings)
    {
        _settings = settings;

        // Jitter of whole ns from 0 to J has the variance of J + 1 equal chances; it counts at both ends of an idle period.
        double jitterVariance = ((settings.JitterNs + 1.0) * (settings.JitterNs + 1.0) - 1) / 12;
        Moments busy = settings.Busy.Moments;
        _idle = new Series("idle", new Moments(
            settings.PeriodNs - settings.ExitLatencyNs - busy.MeanNs, busy.VarianceNs2 + (2 * jitterVariance)));
        _busy = new Series("busy", busy);
    }

    public override int Vcpus => _settings.Vcpus;

    public override TraceColumns Columns => TraceColumns.NextTimer | TraceColumns.TimerWrites;

    public override IEnumerable<GeneratedStatistic> Statistics => [.. _idle.ToStatistics(), .. _busy.ToStatistics()];

    public override IReadOnlyList<WorkloadGroup> Begin(ulong seed, long startNs) =>
        [.. Enumerable.Range(0, _settings.Vcpus).Select(v => new PeriodicGroup(
            v, _settings, _idle, _busy, new KeyedDraws(seed, v), startNs + (_settings.PeriodNs * v / _settings.Vcpus)))];
}
