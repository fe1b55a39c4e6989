namespace Predictors.Reporting;

/// <summary>The bar of one predictor.</summary>
/// <param name="Contender">Its place in <see cref="HtmlPage.Contenders"/>.</param>
/// <param name="Amounts">How much it has of each of <see cref="StackSection.Parts"/>.</param>
public sealed record StackBar(int Contender, IReadOnlyList<double> Amounts);
