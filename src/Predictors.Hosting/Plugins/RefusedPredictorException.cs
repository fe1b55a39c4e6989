namespace Predictors.Hosting;

/// <summary>A predictor was asked for that is not there because a plugin was refused.</summary>
/// <param name="name">The predictor.</param>
/// <param name="refused">What was refused: it itself, or every plugin that may bring it.</param>
public sealed class RefusedPredictorException(string name, IReadOnlyList<RefusedPlugin> refused)
    : Exception($"There is no predictor '{name}' among those that could be loaded: {string.Join(", ", refused.Select(r => r.File).Distinct())} was refused.")
{
    /// <summary>What was refused, with the reasons.</summary>
    public IReadOnlyList<RefusedPlugin> Refused { get; } = refused;
}
