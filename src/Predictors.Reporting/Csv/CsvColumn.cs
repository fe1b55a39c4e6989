namespace Predictors.Reporting;

/// <summary>A column of a CSV file: its header and how a row's value is taken from a result.</summary>
internal sealed record CsvColumn<T>(string Header, Func<T, string?> Value);
