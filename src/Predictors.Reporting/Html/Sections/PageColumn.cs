namespace Predictors.Reporting;

/// <summary>A column of a table on a page.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Unit">The unit of its numbers; empty where they have none.</param>
/// <param name="Decimals">How many decimals its numbers have; -1 for a column that holds no numbers.</param>
public sealed record PageColumn(string Header, string Unit = "", int Decimals = -1);
