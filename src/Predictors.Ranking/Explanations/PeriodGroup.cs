namespace Predictors.Ranking;

/// <summary>Idle periods that have something in common.</summary>
/// <typeparam name="TKey">What a key is.</typeparam>
/// <param name="Key">What they have in common.</param>
/// <param name="Sums">What they cost.</param>
public sealed record PeriodGroup<TKey>(TKey Key, PeriodSums Sums);
