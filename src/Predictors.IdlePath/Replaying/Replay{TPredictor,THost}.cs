using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath;

/// <summary>The replay of one trace, compiled for its predictor and the host's rule.</summary>
internal sealed class Replay<TPredictor, THost> : Replay
    where TPredictor : struct, IIdlePredictor
    where THost : struct, IIdlePredictor
{
    private readonly SortedDictionary<int, VcpuReplay<TPredictor, THost>> _vcpus = [];
    private readonly long[] _bucketCorrections = new long[LogBuckets.Count];
    private readonly BoundPredictor _predictor;
    private readonly BoundPredictor? _host;
    private readonly ReplaySettings _settings;
    private readonly long _decisionNs;
    private readonly Books _books;

    public Replay(BoundPredictor predictor, BoundPredictor? host, ReplaySettings settings)
    {
        _predictor = predictor;
        _host = host;
        _settings = settings;
        _decisionNs = predictor.DecisionCostNs;
        _books = new Books(settings.Costs, _decisionNs);
    }

    public override void Feed(SegmentChunk chunk)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        if (!_vcpus.TryGetValue(chunk.Vcpu, out VcpuReplay<TPredictor, THost>? vcpu))
        {
            _vcpus.Add(chunk.Vcpu, vcpu = Begin(chunk.Vcpu));
        }

        vcpu.Feed(chunk, Log);
    }

    public override ReplayResult Complete(TraceInspection inspection)
    {
        ArgumentNullException.ThrowIfNull(inspection);
        long fromNs = Math.Max(inspection.FirstNs, _settings.ScoreFromNs ?? inspection.FirstNs);
        long spanNs = Math.Max(0, inspection.LastNs - fromNs);
        var total = new Tally(_bucketCorrections);
        var recorded = new RecordedSums();
        var blocks = new List<CostBlock>();
        foreach (VcpuReplay<TPredictor, THost> vcpu in _vcpus.Values)
        {
            vcpu.AddTo(ref total, ref recorded, blocks, fromNs, inspection.LastNs);
        }

        recorded.UncoveredNs += spanNs * inspection.Vcpus.Keys.Count(v => !_vcpus.ContainsKey(v));
        return _books.Close(in total, recorded, blocks);
    }

    private VcpuReplay<TPredictor, THost> Begin(int vcpu)
    {
        string hostName = _host?.Factory.Description.Name ?? string.Empty;
        TPredictor guest = Make<TPredictor>(_predictor, vcpu, string.Empty);
        THost host = _host is null ? default : Make<THost>(_host, vcpu, $"the host's rule {hostName} ");
        var path = new VirtualizedPath<THost>(_settings.Costs, _decisionNs, new HostPolling<THost>(host, vcpu, hostName))
        {
            Tally = new Tally(_bucketCorrections),
        };
        return new VcpuReplay<TPredictor, THost>(guest, path, _settings, _books);
    }

    private static T Make<T>(BoundPredictor predictor, int vcpu, string who)
        where T : struct, IIdlePredictor
    {
        try
        {
            return ((IPredictorFactory<T>)predictor.Factory).Create(predictor.Values, vcpu);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new PredictorFaultException($"{who}threw {e.GetType().Name} while it was made for vCPU {vcpu}: {e.Message}", e);
        }
    }
}
