using System.Runtime.InteropServices;
using Predictors.Abstractions;

namespace Predictors.Traces.Native;

/// <summary>What every chunk of segments must fulfil; writers and readers hold it, so that no file brings a wrong number into a replay.</summary>
internal static class ChunkRules
{
    private const SegmentFlags Basis = SegmentFlags.ArrivalMeasured | SegmentFlags.ArrivalEstimated;
    private const SegmentFlags Timer = SegmentFlags.Tick | SegmentFlags.RelativeTimer;
    private const SegmentFlags Known = Basis | Timer | SegmentFlags.TaskRan | SegmentFlags.AfterGap;

    /// <summary>The first fault in the chunk, as a sentence; null where there is none.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="lastExitNs">The exit of this vCPU's segment before it, or 0.</param>
    public static string? FindFault(SegmentChunk chunk, long lastExitNs) =>
        FindInTimes(chunk, lastExitNs)
        ?? FindInFlags(chunk)
        ?? FindInCauses(chunk)
        ?? FindOutside(chunk, "waker_vcpu", chunk.WakerVcpu, -1, TraceLimits.MaxVcpu)
        ?? FindOutside(chunk, "waker_ns", chunk.WakerNs, TraceLimits.MaxTimeNs)
        ?? FindOutside(chunk, "next_timer_ns", chunk.NextTimerNs, long.MaxValue)
        ?? FindOutside(chunk, "timer_writes", chunk.TimerWrites, 0, int.MaxValue)
        ?? FindOutside(chunk, "state", chunk.States, -1, int.MaxValue)
        ?? FindOutside(chunk, "window_ns", chunk.RecordedWindowNs, long.MaxValue)
        ?? FindOutside(chunk, "armed_vcpu", chunk.ArmedVcpu, -1, TraceLimits.MaxVcpu)
        ?? FindOutside(chunk, "armed_ns", chunk.ArmedNs, TraceLimits.MaxTimeNs)
        ?? FindOutside(chunk, "timer_length_ns", chunk.TimerLengthNs, TraceLimits.MaxTimeNs);

    private static string? FindInTimes(SegmentChunk chunk, long lastExitNs)
    {
        ReadOnlySpan<long> entries = chunk.EntryNs.AsSpan(0, chunk.Count);
        ReadOnlySpan<long> exits = chunk.ExitNs.AsSpan(0, chunk.Count);
        ReadOnlySpan<long> arrivals = chunk.ArrivalNs.AsSpan(0, chunk.Count);
        if (entries.IsEmpty || (entries[0] >= lastExitNs && exits[^1] <= TraceLimits.MaxTimeNs
            && ColumnChecks.AllAtMost(exits[..^1], entries[1..]) && ColumnChecks.AllAtMost(entries, arrivals) && ColumnChecks.AllAtMost(arrivals, exits)))
        {
            return null;
        }

        for (int i = 0; i < entries.Length; i++)
        {
            long entryNs = entries[i];
            long exitNs = exits[i];
            long arrivalNs = arrivals[i];

            if (entryNs < lastExitNs || exitNs < entryNs || exitNs > TraceLimits.MaxTimeNs || arrivalNs < entryNs || arrivalNs > exitNs)
            {
                return Segment(chunk, i) + (
                    entryNs < lastExitNs ? $"the entry at {entryNs} ns lies before the previous exit at {lastExitNs} ns"
                    : exitNs < entryNs ? $"the exit at {exitNs} ns lies before the entry at {entryNs} ns"
                    : exitNs > TraceLimits.MaxTimeNs ? $"the exit at {exitNs} ns lies after the latest instant, {TraceLimits.MaxTimeNs} ns"
                    : $"the arrival at {arrivalNs} ns is not between the entry at {entryNs} ns and the exit at {exitNs} ns");
            }

            lastExitNs = exitNs;
        }

        return null;
    }

    private static string? FindInFlags(SegmentChunk chunk)
    {
        bool hasArrival = (chunk.Columns & TraceColumns.Arrival) != 0;
        SegmentFlags allowed = (hasArrival ? Known : Known & ~Basis) & ((chunk.Columns & TraceColumns.ArmedTimer) != 0 ? Known : ~Timer);
        SegmentFlags required = (chunk.Columns & TraceColumns.TaskRan) != 0 ? SegmentFlags.None : SegmentFlags.TaskRan;
        ReadOnlySpan<SegmentFlags> column = chunk.Flags.AsSpan(0, chunk.Count);
        if (ColumnChecks.AllFit(column, allowed, required, Basis, Timer)
            && ColumnChecks.AllEqualWithout(Basis, column, chunk.ArrivalNs.AsSpan(0, chunk.Count), chunk.ExitNs.AsSpan(0, chunk.Count)))
        {
            return null;
        }

        for (int i = 0; i < chunk.Count; i++)
        {
            SegmentFlags flags = chunk.Flags[i];
            if ((flags & ~allowed) != 0 || (flags & required) != required || (flags & Basis) == Basis || (flags & Timer) == Timer)
            {
                return $"{Segment(chunk, i)}the flags {(byte)flags} do not fit the columns {chunk.Columns}";
            }

            if ((flags & Basis) == 0 && chunk.ArrivalNs[i] != chunk.ExitNs[i])
            {
                return $"{Segment(chunk, i)}the arrival at {chunk.ArrivalNs[i]} ns is neither measured nor estimated";
            }
        }

        return null;
    }

    private static string? FindInCauses(SegmentChunk chunk)
    {
        WakeCause last = (chunk.Columns & TraceColumns.Cause) != 0 ? WakeCause.RemoteStore : WakeCause.Unknown;
        ReadOnlySpan<byte> causes = MemoryMarshal.AsBytes(chunk.Causes.AsSpan(0, chunk.Count));
        int index = causes.IndexOfAnyExceptInRange((byte)0, (byte)last);
        return index < 0 ? null : $"{Segment(chunk, index)}the wake cause {causes[index]} is not between 0 and {(int)last}";
    }

    private static string? FindOutside(SegmentChunk chunk, string column, int[]? values, int low, int high)
    {
        ReadOnlySpan<int> columnValues = values is null ? default : values.AsSpan(0, chunk.Count);
        int index = columnValues.IndexOfAnyExceptInRange(low, high);
        return index < 0 ? null : $"{Segment(chunk, index)}{column} {columnValues[index]} is not between {low} and {high}";
    }

    private static string? FindOutside(SegmentChunk chunk, string column, long[]? values, long high)
    {
        ReadOnlySpan<long> columnValues = values is null ? default : values.AsSpan(0, chunk.Count);
        int index = columnValues.IndexOfAnyExceptInRange(IdleEntry.UnknownNs, high);
        return index < 0 ? null : $"{Segment(chunk, index)}{column} {columnValues[index]} is not between {IdleEntry.UnknownNs} and {high}";
    }

    private static string Segment(SegmentChunk chunk, int index) => $"segment {chunk.FirstIndex + index} of vCPU {chunk.Vcpu}: ";
}
