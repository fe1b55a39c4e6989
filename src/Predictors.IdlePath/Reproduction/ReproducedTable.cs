namespace Predictors.IdlePath;

/// <summary>A published table beside what the engine gives.</summary>
/// <param name="Published">The table.</param>
/// <param name="Profile">The machine profile.</param>
/// <param name="Figures">Its figures, in the published order.</param>
/// <param name="Orders">Orders that must hold.</param>
/// <param name="Notes">How the experiment was modelled, what was assumed, and why a figure lies outside.</param>
public sealed record ReproducedTable(
    PublishedTable Published, string Profile, IReadOnlyList<ReproducedFigure> Figures, IReadOnlyList<OrderCheck> Orders, IReadOnlyList<string> Notes)
{
    /// <summary>Whether every figure meets its bar and every order holds.</summary>
    public bool IsInside => Figures.All(f => f.IsInside) && Orders.All(o => o.Holds);
}
