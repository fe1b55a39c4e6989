using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath.Tests;

/// <summary>A made-up trace: the idle periods of each vCPU.</summary>
internal sealed record MadeUpTrace(IReadOnlyList<IReadOnlyList<IdlePeriod>> Vcpus, long FirstNs, long LastNs)
{
    private const TraceColumns Columns = TraceColumns.Arrival | TraceColumns.Cause | TraceColumns.TaskRan | TraceColumns.NextTimer | TraceColumns.TimerWrites
        | TraceColumns.Waker | TraceColumns.ArmedTimer;

    public long TimeLineNs => (LastNs - FirstNs) * Vcpus.Count;

    public TraceInspection Inspection
    {
        get
        {
            var found = new TraceInspection { FirstNs = FirstNs, LastNs = LastNs };
            for (int vcpu = 0; vcpu < Vcpus.Count; vcpu++)
            {
                found.Of(vcpu).Segments = Vcpus[vcpu].Count;
            }

            return found;
        }
    }

    /// <summary>One vCPU on which idle periods of given lengths follow each other, a task runs after each, and nothing is lost.</summary>
    public static MadeUpTrace Of(IEnumerable<long> idlesNs, long busyNs = 1_000)
    {
        var periods = new List<IdlePeriod>();
        long nowNs = 0;
        foreach (long idleNs in idlesNs)
        {
            periods.Add(new IdlePeriod(nowNs, nowNs + idleNs, nowNs + idleNs, WakeCause.Unknown, SegmentFlags.TaskRan));
            nowNs += idleNs + busyNs;
        }

        return new MadeUpTrace([periods], 0, nowNs);
    }

    /// <summary>The chunks, those of the vCPUs by turns.</summary>
    public IEnumerable<SegmentChunk> Chunks(int capacity = SegmentChunk.DefaultCapacity)
    {
        int longest = Vcpus.Count == 0 ? 0 : Vcpus.Max(v => v.Count);
        for (int from = 0; from < longest; from += capacity)
        {
            for (int vcpu = 0; vcpu < Vcpus.Count; vcpu++)
            {
                if (from < Vcpus[vcpu].Count)
                {
                    yield return Chunk(vcpu, from, Math.Min(capacity, Vcpus[vcpu].Count - from));
                }
            }
        }
    }

    public ReplayResult Replay(BoundPredictor predictor, ReplaySettings settings, int chunk = SegmentChunk.DefaultCapacity, IReplayObserver? observer = null)
    {
        Replay replay = IdlePath.Replay.Create(predictor, settings, observer);
        foreach (SegmentChunk segments in Chunks(chunk))
        {
            replay.Feed(segments);
        }

        return replay.Complete(Inspection);
    }

    public WakeUpGraph Graph(IdlePathCosts recordedOn, TimerAssumption timers = TimerAssumption.Recorded, long? fromNs = null, int chunk = SegmentChunk.DefaultCapacity)
    {
        var held = new ClosedLoopTrace();
        foreach (SegmentChunk segments in Chunks(chunk))
        {
            held.Feed(segments);
        }

        return WakeUpGraph.Of(held, Inspection, new ClosedLoopSettings { RecordedOn = recordedOn, Timers = timers, FromNs = fromNs });
    }

    private SegmentChunk Chunk(int vcpu, int from, int count)
    {
        var chunk = new SegmentChunk(count, Columns) { Vcpu = vcpu, FirstIndex = from, Count = count };
        for (int i = 0; i < count; i++)
        {
            IdlePeriod period = Vcpus[vcpu][from + i];
            chunk.EntryNs[i] = period.EntryNs;
            chunk.ArrivalNs[i] = period.ArrivalNs;
            chunk.ExitNs[i] = period.ExitNs;
            chunk.Causes[i] = period.Cause;
            chunk.Flags[i] = period.Flags;
            chunk.NextTimerNs![i] = period.NextTimerNs;
            chunk.TimerWrites![i] = period.TimerWrites;
            chunk.WakerVcpu![i] = period.WakerVcpu;
            chunk.WakerNs![i] = period.WakerNs;
            chunk.ArmedVcpu![i] = period.ArmedVcpu;
            chunk.ArmedNs![i] = period.ArmedNs;
            chunk.TimerLengthNs![i] = period.TimerLengthNs;
        }

        return chunk;
    }
}
