using Predictors.IdlePath;
using Predictors.Traces;

namespace Predictors.Ranking;

/// <summary>
/// The least cost of a trace: the bound that no predictor can beat. Feed it all chunks of the trace, then complete it.
/// </summary>
/// <param name="settings">The machine and what is scored, as for the replays that are held against it.</param>
/// <param name="weights">What waste and latency count.</param>
public sealed class ClairvoyantBound(ReplaySettings settings, CostWeights weights)
{
    private readonly SortedDictionary<int, Vcpu> _vcpus = [];
    private readonly LeastCosts _least = new(settings.Costs, weights);
    private readonly VariedLeastCosts? _varied =
        settings.Costs.Varies ? new VariedLeastCosts(settings.Costs, weights, new LeastCosts(settings.Costs, weights)) : null;

    /// <summary>The bound of the cost in ns of CPU.</summary>
    /// <param name="settings">The machine and what is scored, as for the replays that are held against it.</param>
    /// <param name="exchangeRate">How many ns of burnt CPU one ns of latency is worth: 0 or more.</param>
    public ClairvoyantBound(ReplaySettings settings, double exchangeRate)
        : this(settings, CostWeights.At(exchangeRate))
    {
    }

    /// <summary>Adds the next chunk of the trace.</summary>
    /// <param name="chunk">The chunk: those of one vCPU in time order.</param>
    /// <param name="leastNs">Gets the least cost of each idle period, in ns: 0 for those that are not scored; null where nobody asks.</param>
    public void Feed(SegmentChunk chunk, List<double>? leastNs = null)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        if (!_vcpus.TryGetValue(chunk.Vcpu, out Vcpu? vcpu))
        {
            _vcpus.Add(chunk.Vcpu, vcpu = new Vcpu(chunk.Vcpu, settings, _least, _varied));
        }

        foreach (SegmentChunk seen in IdleTicks.Of(chunk, settings.Costs))
        {
            vcpu.Feed(seen, leastNs);
        }
    }

    /// <summary>Ends the trace.</summary>
    /// <param name="inspection">
    /// What was found in the trace: it tells the span, which an exitless timer's agent burns a CPU for. Null leaves the agent out.
    /// </param>
    /// <returns>The bound and its parts, block by block as a replay's.</returns>
    public ClairvoyantResult Complete(TraceInspection? inspection = null)
    {
        double[] blocks = [.. _vcpus.Values.SelectMany(v => v.ToBlocks())];
        if (inspection is not null)
        {
            long spanNs = inspection.LastNs - Math.Max(inspection.FirstNs, settings.ScoreFromNs ?? inspection.FirstNs);
            long agentNs = AgentShare.Of(settings.Costs.Setup, Math.Max(0, spanNs), inspection.Vcpus.Count);
            blocks = [.. blocks.Zip(AgentShare.Spread(agentNs, blocks.Length), (block, ns) => block + (weights.Waste * ns))];
        }

        return new ClairvoyantResult(blocks.Sum(), blocks);
    }

    private sealed class Vcpu(int vcpu, ReplaySettings settings, LeastCosts least, VariedLeastCosts? varied)
    {
        private readonly BlockCosts<double> _blocks = new((a, b) => a + b);
        private double _open;
        private long _scored;

        // As a replay begins.
        private bool _tickRuns = true;

        private long _period = -1;

        public void Feed(SegmentChunk chunk, List<double>? leastNs)
        {
            long scoreFromNs = settings.ScoreFromNs ?? long.MinValue;
            for (int i = 0; i < chunk.Count; i++)
            {
                bool taskRan = (chunk.Flags[i] & SegmentFlags.TaskRan) != 0;
                _period++;
                double costNs = 0;
                if (chunk.EntryNs[i] >= scoreFromNs)
                {
                    long arrivalNs = chunk.ArrivalNs[i] - chunk.EntryNs[i];
                    costNs = varied?.Of(new Luck(settings.Costs.Setup.Seed, vcpu, _period), arrivalNs, chunk.Causes[i], taskRan, _tickRuns)
                        ?? least.Of(arrivalNs, chunk.Causes[i], taskRan, _tickRuns);
                    Add(costNs);
                }

                leastNs?.Add(costNs);
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
