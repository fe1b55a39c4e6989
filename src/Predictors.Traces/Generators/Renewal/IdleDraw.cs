namespace Predictors.Traces.Generators;

/// <summary>Draws the idle periods of one vCPU in turn.</summary>
internal abstract class IdleDraw
{
    /// <summary>The length of the next idle period, in ns.</summary>
    /// <param name="draws">The vCPU's random numbers: draws 1 to 7 of each period are free.</param>
    /// <param name="period">Which period.</param>
    public abstract long NextNs(in KeyedDraws draws, long period);
}
