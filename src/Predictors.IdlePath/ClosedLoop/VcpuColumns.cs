using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath;

/// <summary>The segments of one vCPU, whole: the trace's columns one chunk after the other.</summary>
internal sealed class VcpuColumns(int vcpu)
{
    private SegmentChunk _all = new(1, TraceColumns.None) { Vcpu = vcpu };

    public int Vcpu => vcpu;

    public int Count => _all.Count;

    public ReadOnlySpan<long> EntryNs => _all.EntryNs.AsSpan(0, Count);

    public ReadOnlySpan<long> ExitNs => _all.ExitNs.AsSpan(0, Count);

    public ReadOnlySpan<long> ArrivalNs => _all.ArrivalNs.AsSpan(0, Count);

    /// <summary>All segments as one chunk.</summary>
    public SegmentChunk All => _all;

    public void Add(SegmentChunk chunk)
    {
        Reserve(checked(Count + chunk.Count), chunk.Columns);
        Copy(chunk, _all, Count);
        _all.Count += chunk.Count;
    }

    /// <summary>The first segment that begins at an instant or later.</summary>
    public int FirstFrom(long? fromNs)
    {
        if (fromNs is not { } from)
        {
            return 0;
        }

        int first = EntryNs.BinarySearch(from);
        first = first < 0 ? ~first : first;
        while (first > 0 && EntryNs[first - 1] == from)
        {
            first--;
        }

        return first;
    }

    private void Reserve(int count, TraceColumns columns)
    {
        if (count <= _all.Capacity && _all.Columns == columns)
        {
            return;
        }

        int capacity = (int)Math.Min(Array.MaxLength, Math.Max(count, 2L * _all.Capacity));
        var larger = new SegmentChunk(capacity, columns) { Vcpu = vcpu, Count = Count };
        Copy(_all, larger, 0);
        _all = larger;
    }

    private static void Copy(SegmentChunk from, SegmentChunk to, int at)
    {
        CopyColumn(from.EntryNs, to.EntryNs);
        CopyColumn(from.ExitNs, to.ExitNs);
        CopyColumn(from.ArrivalNs, to.ArrivalNs);
        CopyColumn(from.Causes, to.Causes);
        CopyColumn(from.Flags, to.Flags);
        CopyColumn(from.WakerVcpu, to.WakerVcpu);
        CopyColumn(from.WakerNs, to.WakerNs);
        CopyColumn(from.NextTimerNs, to.NextTimerNs);
        CopyColumn(from.TimerWrites, to.TimerWrites);
        CopyColumn(from.States, to.States);
        CopyColumn(from.RecordedWindowNs, to.RecordedWindowNs);
        CopyColumn(from.ArmedVcpu, to.ArmedVcpu);
        CopyColumn(from.ArmedNs, to.ArmedNs);
        CopyColumn(from.TimerLengthNs, to.TimerLengthNs);

        void CopyColumn<T>(T[]? source, T[]? target)
        {
            if (source is not null && target is not null)
            {
                Array.Copy(source, 0, target, at, from.Count);
            }
        }
    }
}
