using Predictors.Abstractions;

namespace Predictors.Traces.Native;

/// <summary>What every chunk of segments must fulfil; writers and readers hold it, so that no file brings a wrong number into a replay.</summary>
internal static class ChunkRules
{
    private const SegmentFlags Basis = SegmentFlags.ArrivalMeasured | SegmentFlags.ArrivalEstimated;
    private const SegmentFlags Known = Basis | SegmentFlags.TaskRan | SegmentFlags.AfterGap;

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
        ?? FindOutside(chunk, "window_ns", chunk.RecordedWindowNs, long.MaxValue);

    private static string? FindInTimes(SegmentChunk chunk, long lastExitNs)
    {
        ReadOnlySpan<long> entries = chunk.EntryNs.AsSpan(0, chunk.Count);
        ReadOnlySpan<long> exits = chunk.ExitNs.AsSpan(0, chunk.Count);
        ReadOnlySpan<long> arrivals = chunk.ArrivalNs.AsSpan(0, chunk.Count);
        for (int i = 0; i < entries.Length; i++)
        {
            long entryNs = entries[i];
            long exitNs = exits[i];
            long arrivalNs = arrivals[i];

            // One branch for all: none of them is ever taken in a sound trace.
            if (entryNs < lastExitNs | exitNs < entryNs | exitNs > TraceLimits.MaxTimeNs | arrivalNs < entryNs | arrivalNs > exitNs)
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
        SegmentFlags allowed = hasArrival ? Known : Known & ~Basis;
        SegmentFlags required = (chunk.Columns & TraceColumns.TaskRan) != 0 ? SegmentFlags.None : SegmentFlags.TaskRan;
        for (int i = 0; i < chunk.Count; i++)
        {
            SegmentFlags flags = chunk.Flags[i];
            if ((flags & ~allowed) != 0 | (flags & required) != required | (flags & Basis) == Basis)
            {
                return $"{Segment(chunk, i)}the flags {(byte)flags} do not fit the columns {chunk.Columns}";
            }

            if ((flags & Basis) == 0 & chunk.ArrivalNs[i] != chunk.ExitNs[i])
            {
                return $"{Segment(chunk, i)}the arrival at {chunk.ArrivalNs[i]} ns is neither measured nor estimated";
            }
        }

        return null;
    }

    private static string? FindInCauses(SegmentChunk chunk)
    {
        WakeCause last = (chunk.Columns & TraceColumns.Cause) != 0 ? WakeCause.RemoteStore : WakeCause.Unknown;
        ReadOnlySpan<WakeCause> causes = chunk.Causes.AsSpan(0, chunk.Count);
        bool outside = false;
        foreach (WakeCause cause in causes)
        {
            outside |= (uint)cause > (uint)last;
        }

        for (int i = 0; outside && i < causes.Length; i++)
        {
            if ((uint)causes[i] > (uint)last)
            {
                return $"{Segment(chunk, i)}the wake cause {(int)causes[i]} is not between 0 and {(int)last}";
            }
        }

        return null;
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
