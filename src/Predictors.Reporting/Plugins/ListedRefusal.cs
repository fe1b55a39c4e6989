namespace Predictors.Reporting;

/// <summary>A plugin, or a predictor of one, that can't be used.</summary>
/// <param name="File">The file or directory.</param>
/// <param name="Predictor">The predictor; null where it concerns the whole file.</param>
/// <param name="Reason">Why.</param>
public sealed record ListedRefusal(string File, string? Predictor, string Reason);
