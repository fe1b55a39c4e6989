using Predictors.Abstractions;
using Predictors.IdlePath;
using Predictors.Ranking;
using Predictors.Traces;

namespace Predictors.Hosting;

/// <summary>
/// Walks through the decisions of one vCPU in open loop, as they come: no more of the trace is replayed than is asked for. All idle periods are walked
/// through, also those that a learned predictor was trained on.
/// </summary>
public sealed class TraceStepper : IDisposable
{
    private readonly ChunkBatches _batches;
    private readonly List<SegmentChunk> _first;
    private readonly ContenderRun _contender;
    private readonly Replay _atOnce;
    private readonly Replay _through;
    private readonly ClairvoyantBound _bound;
    private readonly ReplayedPeriods _decided = new();
    private readonly ReplayedPeriods _haltedAtOnce = new();
    private readonly ReplayedPeriods _polledThrough = new();
    private readonly int? _vcpu;

    /// <summary>Begins a walk.</summary>
    /// <param name="plan">The plan: one contender, in open loop.</param>
    /// <param name="trace">The trace, from its beginning; the caller keeps and disposes of it, after this.</param>
    /// <param name="vcpu">The vCPU; null for the first that the trace holds.</param>
    /// <exception cref="TraceFormatException">The trace can't be read.</exception>
    public TraceStepper(RunPlan plan, ITraceReader trace, int? vcpu)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(trace);
        _batches = new ChunkBatches(trace);
        _first = _batches.Next();
        _vcpu = vcpu ?? (_first.Count > 0 ? _first[0].Vcpu : null);
        PredictorChoice choice = plan.Contenders.Single();
        var begin = ScoringBegin.Of(plan with { AllowTrained = true, WarmUpNs = 0 }, trace.Header, _batches.FirstNs, new IdlePathCosts(plan.Profile, plan.Setup));
        TrainedHere = begin.IsTrainedHere(contender: 0);
        _contender = new ContenderRun(choice, begin.Settings, trace.Header, _decided);
        PredictorDescription description = choice.Predictor.Description;
        _atOnce = Replay.Create(new HindsightWindowFactory(PollWindow.None, description).Bind(), begin.Settings, _haltedAtOnce);
        _through = Replay.Create(new HindsightWindowFactory(PollWindow.MaxNs, description).Bind(), begin.Settings, _polledThrough);
        _bound = new ClairvoyantBound(begin.Settings, plan.ExchangeRate);
    }

    /// <summary>The vCPU that is walked through; null where the trace holds none.</summary>
    public int? Vcpu => _vcpu;

    /// <summary>Where the trace begins, in ns on its clock.</summary>
    public long FirstNs => _batches.FirstNs;

    /// <summary>Whether the predictor was trained on part of the trace: what it does there tells nothing of other traces.</summary>
    public bool TrainedHere { get; }

    /// <summary>The decisions, in time order; to be asked for once.</summary>
    /// <param name="cancellation">Stops the walk.</param>
    /// <returns>The decisions, each made when it is asked for.</returns>
    /// <exception cref="TraceFormatException">The trace can't be read.</exception>
    /// <exception cref="PredictorFaultException">The predictor failed.</exception>
    public IEnumerable<SteppedDecision> Decisions(CancellationToken cancellation = default)
    {
        long number = 0;
        IdleExit? before = null;
        var leastNs = new List<double>();
        for (List<SegmentChunk> batch = _first; batch.Count > 0;)
        {
            foreach (SegmentChunk chunk in batch.Where(c => c.Vcpu == _vcpu))
            {
                cancellation.ThrowIfCancellationRequested();
                leastNs.Clear();
                Feed(chunk, leastNs);
                for (int i = 0; i < leastNs.Count; i++)
                {
                    ReplayedPeriod period = _decided.All[i];
                    yield return new SteppedDecision
                    {
                        Number = ++number,
                        Period = period,
                        Before = before,
                        HaltedAtOnce = _haltedAtOnce.All[i].Cost,
                        PolledThrough = _polledThrough.All[i].Cost,
                        ClairvoyantNs = leastNs[i],
                    };
                    before = period.Exit;
                }
            }

            cancellation.ThrowIfCancellationRequested();
            List<SegmentChunk> done = batch;
            batch = _batches.Next();
            _batches.Recycle(done);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _batches.Dispose();

    private void Feed(SegmentChunk chunk, List<double> leastNs)
    {
        _decided.Clear();
        _haltedAtOnce.Clear();
        _polledThrough.Clear();
        _contender.Feed([chunk]);
        if (_contender.Fault is { } fault)
        {
            throw new PredictorFaultException(fault.ToString());
        }

        _atOnce.Feed(chunk);
        _through.Feed(chunk);
        _bound.Feed(chunk, leastNs);
    }
}
