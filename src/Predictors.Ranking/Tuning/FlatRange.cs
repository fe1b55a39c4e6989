namespace Predictors.Ranking;

/// <summary>How sharp the optimum is: the values of a parameter around the recommended one that cost at most 1 % more.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Recommended">The recommended value as written in a SPEC.</param>
/// <param name="Low">The least of them that was tried.</param>
/// <param name="High">The greatest of them that was tried.</param>
public sealed record FlatRange(string Parameter, string Recommended, string Low, string High)
{
    /// <summary>By how much more they may cost, as a share.</summary>
    public const double Tolerance = 0.01;
}
