using Predictors.Abstractions;
using Predictors.IdlePath;
using Predictors.Traces;

namespace Predictors.Benchmarks;

/// <summary>The engine's lanes over one chunk.</summary>
internal static class EngineLanes
{
    /// <summary>The C lane's rule and its accounting.</summary>
    public static ConstantHaltPath SameAccounting(SegmentChunk chunk)
    {
        var state = new LoopState<WholeIdleGrowShrink>(default);
        var path = new ConstantHaltPath();
        ReplayLoop.Run(chunk, 0, chunk.Count, ref state, ref path);
        return path;
    }

    /// <summary>A predictor with all accounts and the latency histogram.</summary>
    public static ReplayResult FullPath(SegmentChunk chunk, BoundPredictor predictor, BoundPredictor? host, MachineProfile profile)
    {
        Replay replay = Replay.Create(predictor, new ReplaySettings { Costs = new IdlePathCosts(profile), HostPolling = host });
        replay.Feed(chunk);
        var inspection = new TraceInspection { FirstNs = 0, LastNs = chunk.ExitNs[chunk.Count - 1] };
        inspection.Of(chunk.Vcpu);
        return replay.Complete(inspection);
    }
}
