using System.Text;

namespace Predictors.Traces.Csv;

/// <summary>What a cell of each column may hold: a whole number from 0 to a bound, or one of a few words.</summary>
internal static class CsvCell
{
    private static readonly byte[][] Causes = [.. CsvNames.Causes.Select(Encoding.UTF8.GetBytes)];
    private static readonly byte[][] Bases = [.. CsvNames.Bases.Select(Encoding.UTF8.GetBytes)];
    private static readonly byte[][] TimerKinds = [.. CsvNames.TimerKinds.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Reads a cell that is not empty.</summary>
    /// <returns>The number, or which word it is; -1 where it is neither.</returns>
    public static long Parse(CsvColumn column, ReadOnlySpan<byte> cell) =>
        Words(column) is { } words ? IndexOf(words, cell) : ParseNumber(cell, Highest(column));

    /// <summary>What the column's cells must be, for messages.</summary>
    public static string Expected(CsvColumn column) => column switch
    {
        CsvColumn.Cause => $"one of {string.Join(", ", CsvNames.Causes)}",
        CsvColumn.ArrivalBasis => $"one of {string.Join(", ", CsvNames.Bases)}",
        CsvColumn.TimerKind => $"one of {string.Join(", ", CsvNames.TimerKinds)}",
        _ => $"a whole number from 0 to {Highest(column)}",
    };

    /// <summary>The words of a column, in the order in which a row counts them; null where it holds numbers.</summary>
    public static byte[][]? Words(CsvColumn column) => column switch
    {
        CsvColumn.Cause => Causes,
        CsvColumn.ArrivalBasis => Bases,
        CsvColumn.TimerKind => TimerKinds,
        _ => null,
    };

    private static long Highest(CsvColumn column) => column switch
    {
        CsvColumn.Vcpu or CsvColumn.WakerVcpu or CsvColumn.ArmedVcpu => TraceLimits.MaxVcpu,
        CsvColumn.EnterNs or CsvColumn.ExitNs or CsvColumn.ArrivalNs or CsvColumn.WakerNs or CsvColumn.ArmedNs
            or CsvColumn.TimerLengthNs => TraceLimits.MaxTimeNs,
        CsvColumn.TaskRan or CsvColumn.AfterGap => 1,
        CsvColumn.TimerWrites or CsvColumn.State => int.MaxValue,
        _ => long.MaxValue,
    };

    private static long IndexOf(byte[][] words, ReadOnlySpan<byte> cell)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (cell.SequenceEqual(words[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static long ParseNumber(ReadOnlySpan<byte> cell, long highest)
    {
        long value = 0;
        foreach (byte b in cell)
        {
            long digit = b - (byte)'0';
            if (digit is < 0 or > 9 || digit > highest || value > (highest - digit) / 10)
            {
                return -1;
            }

            value = (value * 10) + digit;
        }

        return value;
    }
}
