namespace Predictors.Reporting;

/// <summary>One choice of parts that a <see cref="StackSection"/> shows.</summary>
/// <param name="Name">What its button says.</param>
/// <param name="Axis">What the parts add up to, with the unit in brackets.</param>
/// <param name="Unit">What stands behind a figure that is pointed at; of the unit % also on the axis.</param>
/// <param name="Whole">Where the axis ends, where the parts add up to something known.</param>
public sealed record StackView(string Name, string Axis, string Unit, double? Whole = null);
