namespace Predictors.Hosting;

/// <summary>What is probably not meant in a plugin that can be used.</summary>
/// <param name="File">The DLL, as it was found.</param>
/// <param name="Predictor">The predictor's name; null where it concerns the whole file.</param>
/// <param name="Text">What, in one line without a full stop.</param>
public sealed record PluginWarning(string File, string? Predictor, string Text)
{
    /// <summary>File, predictor and text in one line.</summary>
    /// <returns>The line.</returns>
    public override string ToString() => Predictor is null ? $"{File}: warning: {Text}" : $"{File}: {Predictor}: warning: {Text}";
}
