using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath;

/// <summary>The replay of one vCPU: cuts its chunks into slices, so that blocks and the scored part do not depend on the chunks.</summary>
/// <param name="predictor">The predictor of this vCPU.</param>
/// <param name="path">The idle path of this vCPU.</param>
/// <param name="settings">The machine and what is scored.</param>
/// <param name="books">What the run's wake-ups cost.</param>
internal sealed class VcpuReplay<TPredictor, TPath>(TPredictor predictor, TPath path, ReplaySettings settings, Books books)
    where TPredictor : struct, IIdlePredictor
    where TPath : struct, IVcpuPath<TPath>
{
    private readonly BlockCosts<CostBlock> _blocks = new((a, b) => a + b);
    private LoopState<TPredictor> _state = new(predictor);
    private TPath _path = path;
    private RecordedTime _scored;
    private CostBlock _blockBegin;

    public void Feed(SegmentChunk recorded, IReplayObserver? observer)
    {
        foreach (SegmentChunk chunk in IdleTicks.Of(recorded, settings.Costs))
        {
            FeedSeen(chunk, observer);
        }
    }

    private void FeedSeen(SegmentChunk chunk, IReplayObserver? observer)
    {
        int from = 0;
        if (_scored.Segments == 0)
        {
            from = FirstScored(chunk.EntryNs.AsSpan(0, chunk.Count));
            RunUnscored(chunk, from, observer);
        }

        while (from < chunk.Count)
        {
            int to = (int)Math.Min(chunk.Count, from + BlockCosts.MinLength - (_scored.Segments % BlockCosts.MinLength));
            RunSlice(chunk, from, to, observer);
            _scored.Add(chunk, from, to);
            from = to;
            if (_scored.Segments % BlockCosts.MinLength == 0)
            {
                EndBlock();
            }
        }
    }

    /// <summary>Adds this vCPU to the run's result.</summary>
    /// <param name="total">The sums of the vCPUs before it.</param>
    /// <param name="recorded">The recorded times of the vCPUs before it.</param>
    /// <param name="blocks">The blocks of the vCPUs before it.</param>
    /// <param name="fromNs">Where the scored span begins.</param>
    /// <param name="lastNs">Where it ends.</param>
    public void AddTo(ref Tally total, ref RecordedSums recorded, List<CostBlock> blocks, long fromNs, long lastNs)
    {
        if (_scored.Segments == 0)
        {
            recorded.UncoveredNs += Math.Max(0, lastNs - fromNs);
            return;
        }

        if (_scored.Segments % BlockCosts.MinLength != 0)
        {
            EndBlock();
        }

        blocks.AddRange(_blocks.ToBlocks());
        recorded.BusyNs += _scored.BusyNs;
        recorded.WakeUpNs += _scored.WakeUpNs;
        recorded.UncoveredNs += _scored.FirstNs - fromNs + _scored.GapNs + lastNs - _scored.LastNs;
        total.Add(in _path.Tally);
    }

    private int FirstScored(ReadOnlySpan<long> entries)
    {
        long fromNs = settings.ScoreFromNs ?? long.MinValue;
        int first = entries.BinarySearch(fromNs);
        first = first < 0 ? ~first : first;

        // Idle periods without length begin at the same instant, and the search finds any of them.
        while (first > 0 && entries[first - 1] == fromNs)
        {
            first--;
        }

        return first;
    }

    private void RunUnscored(SegmentChunk chunk, int count, IReplayObserver? observer)
    {
        if (count > 0)
        {
            Tally scored = _path.Tally;
            _path.Tally = Tally.For(settings.Costs);
            _path.Tally.TickStopped = scored.TickStopped;
            RunSlice(chunk, 0, count, observer, isScored: false);
            scored.TickStoppedAtBegin = scored.TickStopped = _path.Tally.TickStopped;
            _path.Tally = scored;
        }
    }

    private void RunSlice(SegmentChunk chunk, int from, int to, IReplayObserver? observer, bool isScored = true)
    {
        try
        {
            if (observer is null)
            {
                ReplayLoop.Run(chunk, from, to, ref _state, ref _path);
            }
            else
            {
                RunObserved(chunk, from, to, observer, isScored);
            }
        }
        catch (PredictorFaultException e)
        {
            throw new PredictorFaultException($"{e.Message}; {Place(chunk, from)}", e.InnerException);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or ObserverException))
        {
            // Whoever has been woken is observed next.
            bool woken = _path.Tally.Kinds.Sum() - _scored.Segments > _state.At;
            string call = woken ? nameof(IIdlePredictor.Observe) : nameof(IIdlePredictor.PredictPollNs);
            throw new PredictorFaultException($"threw {e.GetType().Name} in {call}: {e.Message}; {Place(chunk, from)}", e);
        }
    }

    private void RunObserved(SegmentChunk chunk, int from, int to, IReplayObserver observer, bool isScored)
    {
        var state = new LoopState<ObservedPredictor<TPredictor>>(new ObservedPredictor<TPredictor>(_state.Predictor))
        {
            PreviousExitNs = _state.PreviousExitNs,
        };
        int at = from;
        try
        {
            CostBlock cost = books.CostOf(in _path.Tally);
            for (; at < to; at++)
            {
                var before = new TallyMark(in _path.Tally);
                ReplayLoop.Run(chunk, at, at + 1, ref state, ref _path);
                CostBlock costBefore = cost;
                cost = books.CostOf(in _path.Tally);
                long arrivalNs = chunk.ArrivalNs[at] - chunk.EntryNs[at];
                CostBlock added = cost - costBefore;
                ObserverException.Tell(observer, new ReplayedPeriod
                {
                    Entry = state.Predictor.Entry,
                    WindowNs = state.Predictor.WindowNs,
                    Exit = state.Predictor.Exit,
                    ArrivalNs = arrivalNs,
                    IsScored = isScored,
                    Cost = added,
                    Accounts = before.Since(in _path.Tally, settings.Costs, arrivalNs, state.Predictor.Exit, added.WasteNs),
                });
            }
        }
        finally
        {
            _state = new LoopState<TPredictor>(state.Predictor.Inner)
            {
                PreviousExitNs = state.PreviousExitNs,
                At = at - from,
            };
        }
    }

    private void EndBlock()
    {
        CostBlock total = books.CostOf(in _path.Tally);
        _blocks.Add(total - _blockBegin);
        _blockBegin = total;
    }

    private string Place(SegmentChunk chunk, int from)
    {
        int at = from + _state.At;
        return $"vCPU {chunk.Vcpu}, idle period {chunk.FirstIndex + at + 1}, entered at {chunk.EntryNs[at]} ns";
    }
}
