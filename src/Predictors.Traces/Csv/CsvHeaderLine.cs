using System.Text;
using Predictors.Abstractions;
using Predictors.Traces.Readers.Text;

namespace Predictors.Traces.Csv;

/// <summary>The line that names the columns.</summary>
internal static class CsvHeaderLine
{
    /// <summary>Whether a file whose first line (other than comments) is this one is meant to be a CSV trace.</summary>
    public static bool IsMeant(ReadOnlySpan<byte> line)
    {
        string[] names = Encoding.UTF8.GetString(line).Split(',');
        return names.Length > 1
            && (names.Contains(CsvNames.Of(CsvColumn.Vcpu))
                || names.Contains(CsvNames.Of(CsvColumn.EnterNs))
                || Array.TrueForAll(names, n => n.All(char.IsAsciiDigit)));
    }

    /// <summary>The line without the mark that some programs put before UTF-8 text.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> line, long lineNumber) =>
        lineNumber == 1 && line.StartsWith<byte>([0xef, 0xbb, 0xbf]) ? line[3..] : line;

    /// <summary>Reads the columns' order.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="place">The line's place.</param>
    /// <param name="line">The line.</param>
    /// <exception cref="TraceFormatException">A name is unknown, doubled or missing.</exception>
    public static CsvColumn[] Read(string path, string place, ReadOnlySpan<byte> line)
    {
        string[] names = Encoding.UTF8.GetString(line).Split(',');
        var columns = new CsvColumn[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            int column = Array.IndexOf(CsvNames.Columns, names[i]);
            columns[i] = column >= 0
                ? (CsvColumn)column
                : throw new TraceFormatException(path, place,
                    $"The column '{LineExcerpt.Of(Encoding.UTF8.GetBytes(names[i]))}' is not known; the columns are {string.Join(", ", CsvNames.Columns)}.");
            if (Array.IndexOf(columns, columns[i]) < i)
            {
                throw new TraceFormatException(path, place, $"The column '{names[i]}' is named twice.");
            }
        }

        Require(CsvColumn.Vcpu, null);
        Require(CsvColumn.EnterNs, null);
        Require(CsvColumn.ExitNs, null);
        Require(CsvColumn.ArrivalNs, CsvColumn.ArrivalBasis);
        Require(CsvColumn.WakerVcpu, CsvColumn.WakerNs);
        Require(CsvColumn.ArmedVcpu, CsvColumn.ArmedNs);
        Require(CsvColumn.ArmedNs, CsvColumn.TimerLengthNs);
        return columns;

        void Require(CsvColumn needed, CsvColumn? by)
        {
            if (!columns.Contains(needed) && (by is null || columns.Contains(by.Value)))
            {
                throw new TraceFormatException(path, place, by is null
                    ? $"The column '{CsvNames.Of(needed)}' is missing."
                    : $"The column '{CsvNames.Of(by.Value)}' needs the column '{CsvNames.Of(needed)}', which is missing.");
            }
        }
    }

    /// <summary>What a trace with these columns declares.</summary>
    public static TraceColumns Declared(CsvColumn[] columns)
    {
        TraceColumns declared = TraceColumns.None;
        foreach (CsvColumn column in columns)
        {
            declared |= column switch
            {
                CsvColumn.ArrivalNs => TraceColumns.Arrival,
                CsvColumn.Cause => TraceColumns.Cause,
                CsvColumn.WakerVcpu => TraceColumns.Waker,
                CsvColumn.NextTimerNs => TraceColumns.NextTimer,
                CsvColumn.TaskRan => TraceColumns.TaskRan,
                CsvColumn.TimerWrites => TraceColumns.TimerWrites,
                CsvColumn.State => TraceColumns.State,
                CsvColumn.WindowNs => TraceColumns.RecordedWindow,
                CsvColumn.TimerKind or CsvColumn.ArmedVcpu => TraceColumns.ArmedTimer,
                _ => TraceColumns.None,
            };
        }

        return declared;
    }

    /// <summary>The columns that a trace is written with.</summary>
    public static CsvColumn[] Written(TraceColumns declared)
    {
        var columns = Enum.GetValues<CsvColumn>().ToList();
        columns.RemoveAll(c => (Needs(c) & ~declared) != 0);
        return [.. columns];
    }

    private static TraceColumns Needs(CsvColumn column) => column switch
    {
        CsvColumn.ArrivalBasis => TraceColumns.Arrival,
        CsvColumn.WakerNs => TraceColumns.Waker,
        CsvColumn.ArmedNs or CsvColumn.TimerLengthNs => TraceColumns.ArmedTimer,
        _ => Declared([column]),
    };
}
