namespace Predictors.Reporting;

/// <summary>A column of a table that is had as CSV and as Parquet: an empty field, and null, where it is not defined.</summary>
/// <param name="Name">Its name, with the unit.</param>
/// <param name="Field">A row's value as a field of CSV.</param>
/// <param name="ToParquet">Makes the column of a Parquet file.</param>
internal sealed record TableColumn<T>(string Name, Func<T, string?> Field, Func<ParquetColumn<T>> ToParquet)
{
    public static TableColumn<T> Whole(string name, Func<T, long> value) => new(
        name, row => CsvTable.Number(value(row)), () => new ValueColumn<T, long>(name, (in T row) => value(row)));

    public static TableColumn<T> Whole(string name, Func<T, long?> value) => new(
        name,
        row => value(row) is { } number ? CsvTable.Number(number) : null,
        () => new OptionalColumn<T, long>(name, (in T row) => value(row)));

    /// <summary>A time that is computed as a floating-point number, rounded to whole ns.</summary>
    public static TableColumn<T> WholeNs(string name, Func<T, double?> value) => new(
        name,
        row => value(row) is { } ns ? CsvTable.WholeNs(ns) : null,
        () => new OptionalColumn<T, double>(name, (in T row) => value(row) is { } ns ? Math.Round(ns) : null));

    public static TableColumn<T> Number(string name, Func<T, double?> value) => new(
        name,
        row => CsvTable.Defined(value(row)),
        () => new OptionalColumn<T, double>(name, (in T row) => value(row) is { } number && double.IsFinite(number) ? number : null));

    public static TableColumn<T> Text(string name, Func<T, string> value) => new(
        name, value, () => new TextColumn<T>(name, (in T row) => value(row)));

    public static TableColumn<T> Flag(string name, Func<T, bool?> value) => new(
        name,
        row => value(row) switch { true => "true", false => "false", null => null },
        () => new OptionalColumn<T, bool>(name, (in T row) => value(row)));

    public CsvColumn<T> ToCsv() => new(Name, Field);
}
