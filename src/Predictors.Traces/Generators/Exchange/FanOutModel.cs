using Predictors.Abstractions;

namespace Predictors.Traces.Generators;

/// <summary>vCPU 0, which takes the requests, and those that do the work.</summary>
internal sealed class FanOutModel : WorkloadModel
{
    private readonly FanOutSettings _settings;
    private readonly FanOutSeries _series;

    public FanOutModel(FanOutSettings settings)
    {
        _settings = settings;
        _series = new FanOutSeries(settings);
    }

    public override int Vcpus => _settings.Leaves + 1;

    public override TraceColumns Columns => TraceColumns.Waker;

    public override IEnumerable<GeneratedStatistic> Statistics => _series.ToStatistics();

    public override IReadOnlyList<WorkloadGroup> Begin(ulong seed, long startNs) => [new FanOutGroup(_settings, _series, seed, startNs)];
}
