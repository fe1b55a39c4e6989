namespace Predictors.IdlePath;

/// <summary>A figure that an experiment gave.</summary>
/// <param name="Configuration">What was configured, in kebab-case.</param>
/// <param name="Metric">What was measured, in kebab-case.</param>
/// <param name="Value">The figure, in the published unit.</param>
/// <param name="IsFitted">Whether a parameter was chosen so that it comes out: it then proves nothing.</param>
internal sealed record SimulatedFigure(string Configuration, string Metric, double Value, bool IsFitted = false);
