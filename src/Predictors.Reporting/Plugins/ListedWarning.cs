namespace Predictors.Reporting;

/// <summary>What is probably not meant in a plugin that can be used.</summary>
/// <param name="File">The plugin's DLL.</param>
/// <param name="Predictor">The predictor; null where it concerns the whole file.</param>
/// <param name="Text">What.</param>
public sealed record ListedWarning(string File, string? Predictor, string Text);
