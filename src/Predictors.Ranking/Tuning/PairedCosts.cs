namespace Predictors.Ranking;

/// <summary>The costs of one half of a trace under the defaults and under another setting, block by block.</summary>
/// <param name="Key">What tells the half from others: the draws depend on it.</param>
/// <param name="DefaultNs">The costs under the defaults, in ns.</param>
/// <param name="ChosenNs">The costs under the setting, in ns: the same blocks.</param>
public sealed record PairedCosts(string Key, IReadOnlyList<double> DefaultNs, IReadOnlyList<double> ChosenNs);
