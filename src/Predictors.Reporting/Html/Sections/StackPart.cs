namespace Predictors.Reporting;

/// <summary>A part of the bars of a <see cref="StackSection"/>.</summary>
/// <param name="Name">What it holds, in a few words.</param>
/// <param name="Family">What it belongs to: the page's colour <c>--account-FAMILY</c>. The second of a family is striped.</param>
/// <param name="Views">In which of <see cref="StackSection.Views"/> it is shown.</param>
public sealed record StackPart(string Name, string Family, IReadOnlyList<int> Views);
