using Predictors.Abstractions;

namespace Predictors.IdlePath;

/// <summary>The closed-loop replay of one trace, compiled for its predictor and the host's rule.</summary>
internal sealed class ClosedLoopReplay<TPredictor, TPath>(
    WakeUpGraph graph, BoundPredictor predictor, PathPlan plan, IReplayObserver? observer) : ClosedLoopReplay
    where TPredictor : struct, IIdlePredictor
    where TPath : struct, IVcpuPath<TPath>
{
    private readonly long[] _bucketCorrections = new long[LogBuckets.Count];
    private readonly Books _books = new(plan.Costs, plan.DecisionNs);

    public override ReplayResult Run(CancellationToken cancellation = default)
    {
        var vcpus = new VcpuLoop<TPredictor, TPath>[graph.Columns.Count];
        for (int v = 0; v < vcpus.Length; v++)
        {
            int number = graph.Columns[v].Vcpu;
            TPredictor made = PathPlan.Make<TPredictor>(predictor, number, string.Empty);
            var loop = new VcpuLoop<TPredictor, TPath>(
                made, TPath.Create(plan, number, Tally.For(plan.Costs, _bucketCorrections)), number);
            WarmUp.Run(loop, graph.Columns[v].All, graph.FirstSegment[v], plan.Costs);
            vcpus[v] = loop;
        }

        var simulation = new ClosedLoop<TPredictor, TPath>(graph, plan.Costs, _books, vcpus, observer);
        try
        {
            simulation.Run(cancellation);
        }
        catch (PredictorFaultException e)
        {
            throw new PredictorFaultException($"{e.Message}; {Place(simulation.At)}", e.InnerException);
        }
        catch (Exception e) when (simulation.Call is not null && e is not OutOfMemoryException)
        {
            throw new PredictorFaultException($"threw {e.GetType().Name} in {simulation.Call}: {e.Message}; {Place(simulation.At)}", e);
        }

        return Close(simulation);
    }

    private ReplayResult Close(ClosedLoop<TPredictor, TPath> simulation)
    {
        Tally tally = Tally.For(plan.Costs, _bucketCorrections);
        LoopAccounts sums = default;
        var blocks = new List<CostBlock>();
        for (int v = 0; v < simulation.Vcpus.Length; v++)
        {
            VcpuLoop<TPredictor, TPath> vcpu = simulation.Vcpus[v];
            tally.Add(in vcpu.Path.Tally);
            vcpu.Accounts.UncoveredNs += simulation.EndNs - vcpu.EndedNs;
            sums.Add(in vcpu.Accounts);
            var ofVcpu = new BlockCosts<CostBlock>((a, b) => new CostBlock(a.WasteNs + b.WasteNs, a.LatencyNs + b.LatencyNs));
            Array.ForEach(simulation.Slices[v], ofVcpu.Add);
            blocks.AddRange(ofVcpu.ToBlocks());
        }

        long elapsedNs = simulation.EndNs - graph.BeginNs;
        var recorded = new RecordedSums { BusyNs = sums.BusyNs, UncoveredNs = sums.UncoveredNs + (elapsedNs * graph.EmptyVcpus) };
        ReplayResult result = _books.Close(in tally, recorded, blocks, elapsedNs, graph.Columns.Count + graph.EmptyVcpus);
        return result with
        {
            Accounts = result.Accounts with { WakeUpNs = sums.WakeUpNs, WakerIpiOnTimeLineNs = sums.WakerIpiNs },
            ClosedLoop = new ClosedLoopResult
            {
                ElapsedNs = elapsedNs,
                RecordedElapsedNs = graph.RecordedElapsedNs,
                BusyNs = sums.BusyNs,
                FixedWaitNs = simulation.FixedWaitNs,
                WakeUps = graph.WakeUps,
                AtWork = sums.AtWork,
                AtWorkWaitNs = sums.AtWorkWaitNs,
                RoundTrips = simulation.RoundTrips,
                RecordedRoundTrips = graph.RecordedRoundTrips,
            },
        };
    }

    private string Place((int Vcpu, int Stretch, long TimeNs) at)
    {
        int v = graph.Columns.Select((c, i) => (c.Vcpu, i)).First(c => c.Vcpu == at.Vcpu).i;
        int after = graph.FirstSegment[v] + at.Stretch - graph.FirstStretch[v];
        return $"vCPU {at.Vcpu}, after idle period {after}, entered at {at.TimeNs} ns of the closed loop";
    }
}
