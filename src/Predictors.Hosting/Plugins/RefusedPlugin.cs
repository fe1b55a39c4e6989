namespace Predictors.Hosting;

/// <summary>A plugin, or one predictor of it, that can't be used. The others go on.</summary>
/// <param name="File">The DLL, or the directory, as it was given or found.</param>
/// <param name="Predictor">The predictor's name, or its factory's type where the name is not known; null where it concerns the whole file.</param>
/// <param name="Reason">Why, in one line without a full stop.</param>
public sealed record RefusedPlugin(string File, string? Predictor, string Reason)
{
    /// <summary>File, predictor and reason in one line.</summary>
    /// <returns>The line.</returns>
    public override string ToString() => Predictor is null ? $"{File}: {Reason}" : $"{File}: {Predictor}: {Reason}";
}
