namespace Predictors.IdlePath;

/// <summary>A published table that can't be reproduced.</summary>
/// <param name="Name">Its short name.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Reason">Why not.</param>
public sealed record UnreproducedTable(string Name, string Title, string Reason);
