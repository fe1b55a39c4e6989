using Predictors.Abstractions;

namespace Predictors.Traces;

/// <summary>Takes the finished segments of one vCPU and hands over the chunks that are full.</summary>
internal sealed class SegmentSink(int vcpu, ChunkPool pool, Queue<SegmentChunk> full)
{
    private SegmentChunk? _chunk;
    private long _count;
    private int _lastCapacity;

    public void Append(in PendingSegment segment, in WakeUp wakeUp, bool taskRan)
    {
        SegmentChunk chunk = _chunk ??= pool.Next(vcpu, _count, _lastCapacity);
        int i = chunk.Count++;
        chunk.EntryNs[i] = segment.EntryNs;
        chunk.ExitNs[i] = segment.ExitNs;
        chunk.ArrivalNs[i] = wakeUp.ArrivalNs;
        chunk.Causes[i] = wakeUp.Cause;
        bool timed = wakeUp.Cause == WakeCause.Timer && chunk.ArmedVcpu is not null;
        ArmedTimer timer = timed ? segment.Timer : ArmedTimer.None;
        chunk.Flags[i] = wakeUp.How
            | (timed ? segment.TimerKind : SegmentFlags.None)
            | (taskRan ? SegmentFlags.TaskRan : SegmentFlags.None)
            | (segment.AfterGap ? SegmentFlags.AfterGap : SegmentFlags.None);
        Set(chunk.WakerVcpu, i, wakeUp.Waker.Vcpu);
        Set(chunk.WakerNs, i, wakeUp.Waker.TimeNs);
        Set(chunk.NextTimerNs, i, segment.NextTimerNs);
        Set(chunk.TimerWrites, i, segment.TimerWrites);
        Set(chunk.States, i, segment.State);
        Set(chunk.RecordedWindowNs, i, segment.RecordedWindowNs);
        Set(chunk.ArmedVcpu, i, timer.Vcpu);
        Set(chunk.ArmedNs, i, timer.ArmedNs);
        Set(chunk.TimerLengthNs, i, timer.LengthNs);
        _count++;
        if (chunk.Count == chunk.Capacity)
        {
            Flush();
        }
    }

    /// <summary>Takes back what was appended and not handed over.</summary>
    public void Discard()
    {
        if (_chunk is { } chunk)
        {
            _count -= chunk.Count;
            chunk.Count = 0;
        }
    }

    public void Flush()
    {
        if (_chunk is { Count: > 0 } chunk)
        {
            full.Enqueue(chunk);
            _lastCapacity = chunk.Capacity;
            _chunk = null;
        }
    }

    private static void Set<T>(T[]? column, int index, T value)
    {
        if (column is not null)
        {
            column[index] = value;
        }
    }
}
