using Predictors.Abstractions;

namespace Predictors.IdlePath;

/// <summary>The closed-loop replay of one trace, compiled for its predictor and the host's rule.</summary>
internal sealed class ClosedLoopReplay<TPredictor, THost>(
    WakeUpGraph graph, BoundPredictor predictor, BoundPredictor? host, IdlePathCosts costs, DecisionLog? log) : ClosedLoopReplay
    where TPredictor : struct, IIdlePredictor
    where THost : struct, IIdlePredictor
{
    private readonly long[] _bucketCorrections = new long[LatencyHistogram.BucketCount];
    private readonly Books _books = new(costs, predictor.DecisionCostNs);

    public override ReplayResult Run(CancellationToken cancellation = default) => log is null
        ? Run(p => p, cancellation)
        : Run(p => new LoggedPredictor<TPredictor>(p, log), cancellation);

    private ReplayResult Run<TAsked>(Func<TPredictor, TAsked> asked, CancellationToken cancellation)
        where TAsked : struct, IIdlePredictor
    {
        var vcpus = new VcpuLoop<TAsked, THost>[graph.Columns.Count];
        for (int v = 0; v < vcpus.Length; v++)
        {
            int number = graph.Columns[v].Vcpu;
            var vcpu = new VcpuPath<TPredictor, THost>(predictor, host, costs, number, _bucketCorrections);
            var loop = new VcpuLoop<TAsked, THost>(asked(vcpu.Predictor), vcpu.Path, number);
            WarmUp.Run(loop, graph.Columns[v].All, graph.FirstSegment[v]);
            vcpus[v] = loop;
        }

        var simulation = new ClosedLoop<TAsked, THost>(graph, costs, _books, vcpus);
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

    private ReplayResult Close<TAsked>(ClosedLoop<TAsked, THost> simulation)
        where TAsked : struct, IIdlePredictor
    {
        var tally = new Tally(_bucketCorrections);
        LoopAccounts sums = default;
        var blocks = new List<CostBlock>();
        for (int v = 0; v < simulation.Vcpus.Length; v++)
        {
            VcpuLoop<TAsked, THost> vcpu = simulation.Vcpus[v];
            tally.Add(in vcpu.Path.Tally);
            vcpu.Accounts.UncoveredNs += simulation.EndNs - vcpu.EndedNs;
            sums.Add(in vcpu.Accounts);
            var ofVcpu = new BlockCosts<CostBlock>((a, b) => new CostBlock(a.WasteNs + b.WasteNs, a.LatencyNs + b.LatencyNs));
            Array.ForEach(simulation.Slices[v], ofVcpu.Add);
            blocks.AddRange(ofVcpu.ToBlocks());
        }

        long elapsedNs = simulation.EndNs - graph.BeginNs;
        var recorded = new RecordedSums { BusyNs = sums.BusyNs, UncoveredNs = sums.UncoveredNs + (elapsedNs * graph.EmptyVcpus) };
        ReplayResult result = _books.Close(in tally, recorded, blocks);
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
