using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath;

/// <summary>The idle periods of a published experiment, as if a machine had recorded them on which nothing but the work takes time.</summary>
/// <param name="vcpus">The idle periods of each vCPU, in time order.</param>
/// <param name="endNs">Where the trace ends; it begins at 0.</param>
internal sealed class SyntheticTrace(IReadOnlyList<IReadOnlyList<SyntheticIdle>> vcpus, long endNs)
{
    private const TraceColumns Columns = TraceColumns.Arrival | TraceColumns.Cause | TraceColumns.TaskRan | TraceColumns.NextTimer;

    /// <summary>The idle periods of each vCPU.</summary>
    public IReadOnlyList<IReadOnlyList<SyntheticIdle>> Vcpus => vcpus;

    public TraceInspection Inspection
    {
        get
        {
            var found = new TraceInspection { FirstNs = 0, LastNs = endNs };
            for (int vcpu = 0; vcpu < vcpus.Count; vcpu++)
            {
                found.Of(vcpu).Segments = vcpus[vcpu].Count;
            }

            return found;
        }
    }

    /// <summary>One vCPU with idle periods of given lengths and work of one length between them.</summary>
    public static SyntheticTrace Of(IEnumerable<long> idlesNs, long workNs, WakeCause cause)
    {
        var idles = new List<SyntheticIdle>();
        long nowNs = 0;
        foreach (long idleNs in idlesNs)
        {
            idles.Add(new SyntheticIdle(nowNs, nowNs + idleNs, cause));
            nowNs += idleNs + workNs;
        }

        return new SyntheticTrace([idles], nowNs);
    }

    public IEnumerable<SegmentChunk> Chunks() => vcpus.Select(Chunk);

    /// <summary>Replays it in open loop.</summary>
    public ReplayResult Replay(BoundPredictor predictor, ReplaySettings settings, DecisionLog? log = null)
    {
        Replay replay = IdlePath.Replay.Create(predictor, settings, log);
        foreach (SegmentChunk chunk in Chunks())
        {
            replay.Feed(chunk);
        }

        return replay.Complete(Inspection);
    }

    private static SegmentChunk Chunk(IReadOnlyList<SyntheticIdle> idles, int vcpu)
    {
        var chunk = new SegmentChunk(Math.Max(1, idles.Count), Columns) { Vcpu = vcpu, Count = idles.Count };
        for (int i = 0; i < idles.Count; i++)
        {
            SyntheticIdle idle = idles[i];
            chunk.EntryNs[i] = idle.EntryNs;
            chunk.ArrivalNs[i] = chunk.ExitNs[i] = idle.ArrivalNs;
            chunk.Causes[i] = idle.Cause;
            chunk.Flags[i] = SegmentFlags.TaskRan | SegmentFlags.ArrivalMeasured;
            chunk.NextTimerNs![i] = idle.Cause == WakeCause.Timer ? idle.ArrivalNs - idle.EntryNs : IdleEntry.UnknownNs;
        }

        return chunk;
    }
}
