using Predictors.Abstractions;

namespace Predictors.Traces.Generators;

/// <summary>vCPUs that are busy and idle in turn, each on its own.</summary>
/// <param name="settings">What such workloads have in common.</param>
/// <param name="idle">The statistics of the idle periods.</param>
/// <param name="draw">Makes the source of a vCPU's idle periods.</param>
internal sealed class RenewalModel(RenewalSettings settings, IdleStatistics idle, Func<IdleDraw> draw) : WorkloadModel
{
    private readonly Series _busy = new("busy", settings.Busy.Moments);

    public override int Vcpus => settings.Vcpus;

    public override TraceColumns Columns => settings.Columns;

    public override IEnumerable<GeneratedStatistic> Statistics => [.. idle.ToStatistics(), .. _busy.ToStatistics()];

    public override IReadOnlyList<WorkloadGroup> Begin(ulong seed, long startNs) =>
        [.. Enumerable.Range(0, settings.Vcpus).Select(v => new RenewalGroup(v, settings, idle, _busy, draw(), new KeyedDraws(seed, v), startNs))];
}
