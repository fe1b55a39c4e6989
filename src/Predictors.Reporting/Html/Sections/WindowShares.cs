namespace Predictors.Reporting;

/// <summary>The poll windows of one predictor.</summary>
/// <param name="Contender">Its place in <see cref="HtmlPage.Contenders"/>.</param>
/// <param name="None">The share of its decisions not to poll, 0 to 1.</param>
/// <param name="Shares">The shares of its decisions that lie in the bins of the picture, 0 to 1.</param>
public sealed record WindowShares(int Contender, double None, IReadOnlyList<double> Shares);
