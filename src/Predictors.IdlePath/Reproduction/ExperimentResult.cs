namespace Predictors.IdlePath;

/// <summary>What an experiment gave.</summary>
/// <param name="Figures">One figure for each published one.</param>
/// <param name="Orders">Orders that must hold.</param>
/// <param name="Notes">How the published experiment was modelled, what was assumed, and why a figure lies outside.</param>
internal sealed record ExperimentResult(IReadOnlyList<SimulatedFigure> Figures, IReadOnlyList<OrderCheck> Orders, IReadOnlyList<string> Notes);
