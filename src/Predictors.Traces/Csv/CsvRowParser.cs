using Predictors.Traces.Readers.Text;

namespace Predictors.Traces.Csv;

/// <summary>Reads rows, and holds each against what its columns allow.</summary>
/// <param name="path">The file, for messages.</param>
/// <param name="columns">The columns, in the file's order.</param>
internal sealed class CsvRowParser(string path, CsvColumn[] columns)
{
    private readonly CsvRow _row = new();
    private readonly bool _hasBasis = columns.Contains(CsvColumn.ArrivalBasis);
    private readonly bool _hasTimerWrites = columns.Contains(CsvColumn.TimerWrites);

    /// <summary>Reads a row.</summary>
    /// <returns>The row, good until the next call.</returns>
    /// <exception cref="TraceFormatException">A cell is missing, or not what its column holds.</exception>
    public CsvRow Parse(ReadOnlySpan<byte> line, long lineNumber)
    {
        _row.Clear();
        int cells = 0;
        foreach (Range range in line.Split((byte)','))
        {
            if (cells == columns.Length)
            {
                throw WrongCount(line, lineNumber);
            }

            CsvColumn column = columns[cells++];
            ReadOnlySpan<byte> cell = line[range];
            if (!cell.IsEmpty && (_row[column] = CsvCell.Parse(column, cell)) < 0)
            {
                throw Fault(lineNumber, column, $"'{LineExcerpt.Of(cell)}' is not {CsvCell.Expected(column)}.");
            }
        }

        if (cells < columns.Length)
        {
            throw WrongCount(line, lineNumber);
        }

        Check(lineNumber);
        return _row;
    }

    /// <summary>Makes the exception for a cell.</summary>
    public TraceFormatException Fault(long lineNumber, CsvColumn column, string message) =>
        new(path, $"line {lineNumber}", $"Column '{CsvNames.Of(column)}': {message}");

    private void Check(long lineNumber)
    {
        RequireFilled(CsvColumn.Vcpu, lineNumber);
        RequireFilled(CsvColumn.EnterNs, lineNumber);
        RequireFilled(CsvColumn.ExitNs, lineNumber);
        if (_row.ExitNs < _row.EnterNs)
        {
            throw Fault(lineNumber, CsvColumn.ExitNs, $"{_row.ExitNs} lies before enter_ns, {_row.EnterNs}.");
        }

        long arrivalNs = _row[CsvColumn.ArrivalNs];
        if (arrivalNs >= 0 && (arrivalNs < _row.EnterNs || arrivalNs > _row.ExitNs))
        {
            throw Fault(lineNumber, CsvColumn.ArrivalNs, $"{arrivalNs} is not between enter_ns, {_row.EnterNs}, and exit_ns, {_row.ExitNs}.");
        }

        if (_hasBasis && (arrivalNs >= 0) != (_row[CsvColumn.ArrivalBasis] >= 0))
        {
            throw Fault(lineNumber, CsvColumn.ArrivalBasis, arrivalNs >= 0
                ? $"the cell is empty although arrival_ns is {arrivalNs}; it must be {CsvCell.Expected(CsvColumn.ArrivalBasis)}."
                : "the cell is filled although arrival_ns is empty.");
        }

        if (_hasTimerWrites)
        {
            RequireFilled(CsvColumn.TimerWrites, lineNumber);
        }
    }

    private void RequireFilled(CsvColumn column, long lineNumber)
    {
        if (_row[column] < 0)
        {
            throw Fault(lineNumber, column, $"the cell is empty; it must be {CsvCell.Expected(column)}.");
        }
    }

    private TraceFormatException WrongCount(ReadOnlySpan<byte> line, long lineNumber) =>
        new(path, $"line {lineNumber}", $"The row has {line.Count((byte)',') + 1} cells, the header line names {columns.Length} columns.");
}
