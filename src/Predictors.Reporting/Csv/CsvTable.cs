using System.Buffers;
using System.Globalization;

namespace Predictors.Reporting;

/// <summary>Writes CSV as RFC 4180 has it: CRLF ends a row; a field with a comma, a quote or a line break is quoted.</summary>
internal static class CsvTable
{
    private static readonly SearchValues<char> s_special = SearchValues.Create(",\"\r\n");

    public static void Write<T>(TextWriter csv, IReadOnlyList<CsvColumn<T>> columns, IEnumerable<T> rows)
    {
        WriteRow(csv, columns.Select(c => c.Header));
        foreach (T row in rows)
        {
            WriteRow(csv, columns.Select(c => c.Value(row)));
        }
    }

    public static string Field(string? value) => value switch
    {
        null => string.Empty,
        _ when value.AsSpan().ContainsAny(s_special) => $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        _ => value,
    };

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string WholeNs(double ns) => Math.Round(ns).ToString("F0", CultureInfo.InvariantCulture);

    public static string? Defined(double? value) =>
        value is { } number && double.IsFinite(number) ? NumberText.Exact(number) : null;

    private static void WriteRow(TextWriter csv, IEnumerable<string?> fields)
    {
        csv.Write(string.Join(',', fields.Select(Field)));
        csv.Write("\r\n");
    }
}
