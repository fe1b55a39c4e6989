using Predictors.Abstractions;

namespace Predictors.Traces.Generators;

/// <summary>The pairs.</summary>
internal sealed class PingPongModel(int pairs, Law work, long exitLatencyNs) : WorkloadModel
{
    private readonly Series _idle = new("idle", work.Moments + exitLatencyNs) { ShareWithin = ns => work.ShareWithin(ns - exitLatencyNs) };
    private readonly Series _busy = new("busy", work.Moments + (2 * ExchangeTiming.AfterSendNs));
    private readonly Series _roundTrip =
        new("round trip", work.Moments + work.Moments + (2 * (ExchangeTiming.AfterSendNs + exitLatencyNs)));

    public override int Vcpus => 2 * pairs;

    public override TraceColumns Columns => TraceColumns.Waker;

    public override IEnumerable<GeneratedStatistic> Statistics =>
        [.. _idle.ToStatistics(), .. _busy.ToStatistics(), .. _roundTrip.ToStatistics()];

    public override IReadOnlyList<WorkloadGroup> Begin(ulong seed, long startNs) =>
        [.. Enumerable.Range(0, pairs).Select(p => new PingPongGroup(
            2 * p, work, exitLatencyNs, _idle, _busy, _roundTrip, seed, startNs))];
}
