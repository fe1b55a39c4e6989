namespace Predictors.Reporting;

/// <summary>Takes a column's value from a row.</summary>
/// <param name="row">The row.</param>
/// <returns>The value.</returns>
internal delegate TValue ColumnValue<TRow, out TValue>(in TRow row);
