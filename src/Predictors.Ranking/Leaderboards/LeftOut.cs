namespace Predictors.Ranking;

/// <summary>A contender that is not ranked.</summary>
/// <param name="Contender">The contender.</param>
/// <param name="Reason">Why, in a clause.</param>
public sealed record LeftOut(Contender Contender, string Reason);
