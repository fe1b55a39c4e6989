using Predictors.Abstractions;

namespace Predictors.Traces.Merging;

/// <summary>Takes out of a segment what its chunk's columns do not hold.</summary>
internal static class MergedColumns
{
    public static void LeaveOut(SegmentChunk chunk, int i)
    {
        if ((chunk.Columns & TraceColumns.Arrival) == 0)
        {
            chunk.ArrivalNs[i] = chunk.ExitNs[i];
            chunk.Flags[i] &= ~(SegmentFlags.ArrivalMeasured | SegmentFlags.ArrivalEstimated);
        }

        if ((chunk.Columns & TraceColumns.TaskRan) == 0)
        {
            chunk.Flags[i] |= SegmentFlags.TaskRan;
        }

        if ((chunk.Columns & TraceColumns.Cause) == 0)
        {
            chunk.Causes[i] = WakeCause.Unknown;
        }
    }
}
