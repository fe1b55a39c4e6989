using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath;

/// <summary>The replay of one trace, compiled for its predictor and its vCPUs' idle path.</summary>
internal sealed class Replay<TPredictor, TPath> : Replay
    where TPredictor : struct, IIdlePredictor
    where TPath : struct, IVcpuPath<TPath>
{
    private readonly SortedDictionary<int, VcpuReplay<TPredictor, TPath>> _vcpus = [];
    private readonly long[] _bucketCorrections = new long[LogBuckets.Count];
    private readonly BoundPredictor _predictor;
    private readonly PathPlan _plan;
    private readonly ReplaySettings _settings;
    private readonly Books _books;
    private readonly RunConditions _conditions;

    public Replay(BoundPredictor predictor, PathPlan plan, ReplaySettings settings)
    {
        _predictor = predictor;
        _plan = plan;
        _settings = settings;
        _books = new Books(settings.Costs, plan.DecisionNs);
        _conditions = RunConditionsOf.Settings(settings);
    }

    public override void Feed(SegmentChunk chunk)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        if (!_vcpus.TryGetValue(chunk.Vcpu, out VcpuReplay<TPredictor, TPath>? vcpu))
        {
            _vcpus.Add(chunk.Vcpu, vcpu = Begin(chunk.Vcpu));
        }

        vcpu.Feed(chunk, Observer);
    }

    public override ReplayResult Complete(TraceInspection inspection)
    {
        ArgumentNullException.ThrowIfNull(inspection);
        long fromNs = Math.Max(inspection.FirstNs, _settings.ScoreFromNs ?? inspection.FirstNs);
        long spanNs = Math.Max(0, inspection.LastNs - fromNs);
        Tally total = Tally.For(_settings.Costs, _bucketCorrections);
        var recorded = new RecordedSums();
        var blocks = new List<CostBlock>();
        foreach (VcpuReplay<TPredictor, TPath> vcpu in _vcpus.Values)
        {
            vcpu.AddTo(ref total, ref recorded, blocks, fromNs, inspection.LastNs);
        }

        recorded.UncoveredNs += spanNs * inspection.Vcpus.Keys.Count(v => !_vcpus.ContainsKey(v));
        return _books.Close(in total, recorded, blocks, spanNs, inspection.Vcpus.Count);
    }

    private VcpuReplay<TPredictor, TPath> Begin(int vcpu) => new(
        PathPlan.Make<TPredictor>(_predictor, vcpu, string.Empty, _conditions),
        TPath.Create(_plan, vcpu, Tally.For(_settings.Costs, _bucketCorrections)),
        _settings,
        _books);
}
