namespace Predictors.Reporting;

/// <summary>Where the CPU time went under one predictor.</summary>
/// <param name="Contender">Its place in <see cref="HtmlPage.Contenders"/>.</param>
/// <param name="Percents">The accounts in the order of <see cref="Account.All"/>, in % of span x vCPUs.</param>
public sealed record AccountBar(int Contender, IReadOnlyList<double> Percents);
