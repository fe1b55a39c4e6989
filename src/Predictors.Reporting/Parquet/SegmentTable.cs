using System.Text.Json;
using Predictors.Abstractions;
using Predictors.Traces;
using Column = Predictors.Reporting.ParquetColumn<Predictors.Reporting.SegmentRow>;

namespace Predictors.Reporting;

/// <summary>Writes the idle segments of a trace as Parquet, with the columns that it carries, while it is read.</summary>
public static class SegmentTable
{
    /// <summary>Reads a trace to its end and writes a row for each segment, in the order of reading: a vCPU's are in time order.</summary>
    /// <param name="parquet">Where to; left open.</param>
    /// <param name="trace">The trace, from its beginning.</param>
    /// <param name="manifest">What the file was made with, or null to leave it out.</param>
    /// <param name="cancellation">Ends the writing.</param>
    /// <returns>How many segments were written.</returns>
    /// <exception cref="TraceFormatException">The trace can't be read.</exception>
    /// <exception cref="OperationCanceledException">The writing was ended.</exception>
    public static long Write(Stream parquet, ITraceReader trace, RunManifest? manifest, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(parquet);
        ArgumentNullException.ThrowIfNull(trace);
        return Write(parquet, trace, manifest, ParquetTable<SegmentRow>.GroupRows, cancellation);
    }

    internal static long Write(Stream parquet, ITraceReader trace, RunManifest? manifest, int groupRows, CancellationToken cancellation)
    {
        var table = new ParquetTable<SegmentRow>(parquet, [.. ColumnsOf(trace.Header.Columns)], groupRows);
        long segments = 0;
        while (trace.Read() is { } chunk)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int i = 0; i < chunk.Count; i++)
            {
                table.Add(new SegmentRow(chunk, i));
            }

            segments += chunk.Count;
            trace.Recycle(chunk);
        }

        table.Complete(ParquetMetadata.Of(json => WriteTrace(json, trace, segments), manifest));
        return segments;
    }

    private static List<Column> ColumnsOf(TraceColumns carried)
    {
        List<Column> columns =
        [
            new ValueColumn<SegmentRow, int>("vcpu", (in r) => r.Chunk.Vcpu),
            new ValueColumn<SegmentRow, long>("entryNs", (in r) => r.Chunk.EntryNs[r.Index]),
            new ValueColumn<SegmentRow, long>("exitNs", (in r) => r.Chunk.ExitNs[r.Index]),
            Flag("afterGap", SegmentFlags.AfterGap),
        ];
        Add(TraceColumns.Arrival, new OptionalColumn<SegmentRow, long>("arrivalNs", (in r) => BasisOf(r) is null ? null : r.Chunk.ArrivalNs[r.Index]));
        Add(TraceColumns.Arrival, new TextColumn<SegmentRow>("arrivalBasis", (in r) => BasisOf(r) ?? "unknown"));
        Add(TraceColumns.Cause, new TextColumn<SegmentRow>("cause", (in r) => WakeCauseNames.Of(r.Chunk.Causes[r.Index])));
        Add(TraceColumns.Waker, Number("wakerVcpu", c => c.WakerVcpu), Time("wakerNs", c => c.WakerNs));
        Add(TraceColumns.NextTimer, Time("nextTimerNs", c => c.NextTimerNs));
        Add(TraceColumns.TaskRan, Flag("taskRan", SegmentFlags.TaskRan));
        Add(TraceColumns.TimerWrites, new ValueColumn<SegmentRow, int>("timerWrites", (in r) => r.Chunk.TimerWrites![r.Index]));
        Add(TraceColumns.State, Number("state", c => c.States));
        Add(TraceColumns.RecordedWindow, Time("recordedWindowNs", c => c.RecordedWindowNs));
        Add(TraceColumns.ArmedTimer, Flag("tick", SegmentFlags.Tick), Flag("relativeTimer", SegmentFlags.RelativeTimer));
        Add(TraceColumns.ArmedTimer, Number("armedVcpu", c => c.ArmedVcpu), Time("armedNs", c => c.ArmedNs), Time("timerLengthNs", c => c.TimerLengthNs));
        return columns;

        void Add(TraceColumns needed, params IEnumerable<Column> added)
        {
            if ((carried & needed) != 0)
            {
                columns.AddRange(added);
            }
        }
    }

    private static ValueColumn<SegmentRow, bool> Flag(string name, SegmentFlags flag) => new(name, (in r) => (r.Chunk.Flags[r.Index] & flag) != 0);

    private static OptionalColumn<SegmentRow, int> Number(string name, Func<SegmentChunk, int[]?> values) =>
        new(name, (in r) => values(r.Chunk)![r.Index] is var value and >= 0 ? value : null);

    private static OptionalColumn<SegmentRow, long> Time(string name, Func<SegmentChunk, long[]?> values) =>
        new(name, (in r) => values(r.Chunk)![r.Index] is var ns and not IdleEntry.UnknownNs ? ns : null);

    private static string? BasisOf(SegmentRow row) => (row.Chunk.Flags[row.Index] & (SegmentFlags.ArrivalMeasured | SegmentFlags.ArrivalEstimated)) switch
    {
        SegmentFlags.None => null,
        SegmentFlags.ArrivalEstimated => "estimated",
        _ => "measured",
    };

    private static void WriteTrace(Utf8JsonWriter json, ITraceReader trace, long segments)
    {
        json.WriteStartObject("trace");
        json.WriteString("name", trace.Header.Name);
        json.WriteString("format", trace.Header.Format);
        json.WriteString("sha256", trace.Header.Sha256.Digits);
        json.WriteString("sourceSha256", trace.Header.SourceSha256);
        json.WriteString("clock", trace.Header.Clock);
        json.WriteStrings("columns", KebabText.Of(trace.Header.Columns));
        json.WriteNumber("segments", segments);
        json.WriteNumber("firstNs", trace.Inspection.FirstNs);
        json.WriteNumber("lastNs", trace.Inspection.LastNs);
        json.WriteEndObject();
    }
}
