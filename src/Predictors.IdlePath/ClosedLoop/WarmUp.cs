using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath;

/// <summary>What comes before a closed loop is replayed in open loop: predictor and path learn from it, and nothing is scored.</summary>
internal static class WarmUp
{
    public static void Run<TPredictor, TPath>(VcpuLoop<TPredictor, TPath> vcpu, SegmentChunk segments, int count, IdlePathCosts costs)
        where TPredictor : struct, IIdlePredictor
        where TPath : struct, IVcpuPath<TPath>
    {
        if (count == 0)
        {
            return;
        }

        Tally scored = vcpu.Path.Tally;
        vcpu.Path.Tally = Tally.For(costs);
        var state = new LoopState<TPredictor>(vcpu.Predictor);
        try
        {
            ReplayLoop.Run(segments, 0, count, ref state, ref vcpu.Path);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            string what = e is PredictorFaultException ? e.Message : $"threw {e.GetType().Name}: {e.Message}";
            throw new PredictorFaultException(
                $"{what}; vCPU {segments.Vcpu}, idle period {state.At + 1}, entered at {segments.EntryNs[state.At]} ns", e.InnerException ?? e);
        }

        vcpu.Predictor = state.Predictor;
        scored.TickStoppedAtBegin = scored.TickStopped = vcpu.Path.Tally.TickStopped;
        vcpu.Path.Tally = scored;
    }
}
