namespace Predictors.Ranking;

/// <summary>A setting that differs from the recommended one in one parameter.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Value">Its value as written in a SPEC.</param>
/// <param name="CostPercent">Its cost above that of the recommended setting, in percent.</param>
/// <param name="WastePercent">The mean over the traces of CPU waste in percent of span x vCPUs.</param>
/// <param name="KeepsToBounds">Whether it keeps to the bounds.</param>
public sealed record Neighbour(string Parameter, string Value, double CostPercent, double WastePercent, bool KeepsToBounds);
