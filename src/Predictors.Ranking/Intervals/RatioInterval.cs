namespace Predictors.Ranking;

/// <summary>The 95 % interval of a cost ratio.</summary>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end.</param>
internal readonly record struct RatioInterval(double Low, double High);
