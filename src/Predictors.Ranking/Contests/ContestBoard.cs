namespace Predictors.Ranking;

/// <summary>The leaderboard of one class of traces at one exchange rate.</summary>
/// <param name="Class">The class.</param>
/// <param name="ExchangeRate">How many ns of burnt CPU one ns of latency is worth.</param>
/// <param name="Leaderboard">The leaderboard.</param>
public sealed record ContestBoard(string Class, double ExchangeRate, Leaderboard Leaderboard);
