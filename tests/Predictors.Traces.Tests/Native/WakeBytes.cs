using Predictors.Abstractions;
using Predictors.Traces.Native;
using Predictors.Traces.Tests.Conversion;

namespace Predictors.Traces.Tests.Native;

/// <summary>Packed traces in memory.</summary>
internal static class WakeBytes
{
    public static byte[] Of(ITraceReader source, bool compress, int maxChunkSegments = WakeFormat.MaxChunkSegments)
    {
        using var bytes = new MemoryStream();
        using var writer = new WakeWriter(bytes, source.Header, compress, maxChunkSegments);
        while (source.Read() is { } chunk)
        {
            writer.Write(chunk);
        }

        writer.Complete(source.Inspection);
        return bytes.ToArray();
    }

    /// <summary>Two vCPUs, three segments, all columns.</summary>
    public static RowReader Small()
    {
        const SegmentFlags Ran = SegmentFlags.TaskRan;
        var reader = new RowReader((TraceColumns)255,
        [
            new(0, 1000, 1500, 1400, WakeCause.Timer, Ran | SegmentFlags.ArrivalMeasured, -1, -1, 400, 2, 1, 200_000),
            new(0, 2000, 72_000, 71_000, WakeCause.RescheduleIpi, Ran | SegmentFlags.ArrivalEstimated, 1, 70_990, -1, 0, 1, 0),
            new(1, 500, 900, 900, WakeCause.Unknown, SegmentFlags.AfterGap, -1, -1, -1, 1, -1, -1),
        ]);
        reader.Inspection.FirstNs = 400;
        reader.Inspection.LastNs = 80_000;
        return reader;
    }
}
