namespace Predictors.IdlePath;

/// <summary>A table that somebody published.</summary>
/// <param name="Name">Its short name, such as <c>T1</c>.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Source">Where it was published.</param>
/// <param name="Figures">Its figures.</param>
public sealed record PublishedTable(string Name, string Title, string Source, IReadOnlyList<PublishedFigure> Figures);
