namespace Predictors.IdlePath;

/// <summary>A published figure beside the simulated one.</summary>
/// <param name="Published">What was published.</param>
/// <param name="Simulated">What came out of the engine, in the same unit.</param>
/// <param name="IsFitted">Whether a parameter was chosen so that it comes out: it then proves nothing.</param>
public sealed record ReproducedFigure(PublishedFigure Published, double Simulated, bool IsFitted)
{
    /// <summary>Whether it meets its bar.</summary>
    public bool IsInside => Published.Bar.IsMet(Published, Simulated);

    /// <summary>The simulated figure over the published one, less 1; 0 inside a published range; NaN where 0 was published and something else came out.</summary>
    public double Error => Simulated >= Published.Low && Simulated <= Published.High ? 0
        : (Simulated / (Simulated < Published.Low ? Published.Low : Published.High)) - 1 is var error && double.IsFinite(error) ? error : double.NaN;
}
