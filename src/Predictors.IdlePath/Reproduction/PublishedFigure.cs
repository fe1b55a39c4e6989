namespace Predictors.IdlePath;

/// <summary>A figure that somebody published.</summary>
/// <param name="Configuration">What was configured, in kebab-case.</param>
/// <param name="Metric">What was measured, in kebab-case.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Low">The figure, or the lower end of a published range.</param>
/// <param name="High">The same, or the upper end.</param>
/// <param name="Bar">How near a simulated figure must come.</param>
public sealed record PublishedFigure(string Configuration, string Metric, string Unit, double Low, double High, FigureBar Bar);
