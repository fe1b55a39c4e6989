namespace Predictors.Traces.Generators;

/// <summary>A distribution of lengths of time, with what is known of it in closed form.</summary>
internal abstract class Law
{
    /// <summary>Mean and variance.</summary>
    public abstract Moments Moments { get; }

    /// <summary>The longest length that can be drawn, in ns.</summary>
    public abstract double MaxNs { get; }

    /// <summary>The share of lengths that are at most so long.</summary>
    /// <param name="ns">The length, in ns.</param>
    public abstract double ShareWithin(double ns);

    /// <summary>Mean and variance of the longest of some independent lengths.</summary>
    /// <param name="count">How many.</param>
    public abstract Moments LongestOf(int count);

    /// <summary>Draws a length by inversion.</summary>
    /// <param name="uniform">A number above 0 and below 1.</param>
    /// <returns>The length in whole ns, at least 1.</returns>
    public long DrawNs(double uniform) => Math.Max(1, (long)Math.Floor(Quantile(uniform) + 0.5));

    /// <summary>The length below which this share lies, in ns; computed with <see cref="PortableMath"/> alone.</summary>
    protected abstract double Quantile(double share);
}
