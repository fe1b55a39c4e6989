namespace Predictors.Ranking;

/// <summary>A predictor with the values of its parameters: one row of a leaderboard. Equal where the SPEC texts are equal.</summary>
/// <param name="Predictor">The predictor's name, in kebab-case.</param>
/// <param name="Parameters">Names and values as written in a SPEC, in the order of their declaration.</param>
public sealed record Contender(string Predictor, IReadOnlyList<KeyValuePair<string, string>> Parameters)
{
    /// <summary>The parameters as written in a SPEC: <c>key=value,key=value</c>; empty where there are none.</summary>
    public string ParameterText => string.Join(',', Parameters.Select(p => $"{p.Key}={p.Value}"));

    /// <summary>The canonical SPEC: <c>name</c> or <c>name:key=value,key=value</c>.</summary>
    public string Spec => Parameters.Count == 0 ? Predictor : $"{Predictor}:{ParameterText}";

    /// <inheritdoc/>
    public bool Equals(Contender? other) => other is not null && Spec == other.Spec;

    /// <inheritdoc/>
    public override int GetHashCode() => Spec.GetHashCode(StringComparison.Ordinal);

    /// <summary>The SPEC.</summary>
    /// <returns><see cref="Spec"/>.</returns>
    public override string ToString() => Spec;
}
