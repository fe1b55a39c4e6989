using Predictors.IdlePath;
using Predictors.Traces;

namespace Predictors.Ranking;

/// <summary>
/// The least cost of a trace: the bound that no predictor can beat. Feed it all chunks of the trace, then complete it.
/// </summary>
/// <param name="settings">The machine and what is scored, as for the replays that are held against it.</param>
/// <param name="exchangeRate">How many ns of burnt CPU one ns of latency is worth: 0 or more.</param>
public sealed class ClairvoyantBound(ReplaySettings settings, double exchangeRate)
{
    private readonly SortedDictionary<int, Vcpu> _vcpus = [];
    private readonly LeastCosts _least = new(settings.Costs, exchangeRate);

    /// <summary>Adds the next chunk of the trace.</summary>
    /// <param name="chunk">The chunk: those of one vCPU in time order.</param>
    public void Feed(SegmentChunk chunk)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        if (!_vcpus.TryGetValue(chunk.Vcpu, out Vcpu? vcpu))
        {
            _vcpus.Add(chunk.Vcpu, vcpu = new Vcpu());
        }

        vcpu.Feed(chunk, _least, settings.ScoreFromNs ?? long.MinValue);
    }

    /// <summary>Ends the trace.</summary>
    /// <returns>The bound and its parts, block by block as a replay's.</returns>
    public ClairvoyantResult Complete()
    {
        double[] blocks = [.. _vcpus.Values.SelectMany(v => v.ToBlocks())];
        return new ClairvoyantResult(blocks.Sum(), blocks);
    }

    private sealed class Vcpu
    {
        private readonly BlockCosts<double> _blocks = new((a, b) => a + b);
        private double _open;
        private long _scored;

        // As a replay begins.
        private bool _tickRuns = true;

        public void Feed(SegmentChunk chunk, LeastCosts least, long scoreFromNs)
        {
            for (int i = 0; i < chunk.Count; i++)
            {
                bool taskRan = (chunk.Flags[i] & SegmentFlags.TaskRan) != 0;
                if (chunk.EntryNs[i] >= scoreFromNs)
                {
                    Add(least.Of(chunk.ArrivalNs[i] - chunk.EntryNs[i], chunk.Causes[i], taskRan, _tickRuns));
                }

                _tickRuns = taskRan;
            }
        }

        public IEnumerable<double> ToBlocks()
        {
            if (_scored % IdlePath.BlockCosts.MinLength != 0)
            {
                _blocks.Add(_open);
                _scored = 0;
            }

            return _blocks.ToBlocks();
        }

        private void Add(double costNs)
        {
            _open += costNs;
            if (++_scored % IdlePath.BlockCosts.MinLength == 0)
            {
                _blocks.Add(_open);
                _open = 0;
            }
        }
    }
}
