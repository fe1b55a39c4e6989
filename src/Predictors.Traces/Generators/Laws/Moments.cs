namespace Predictors.Traces.Generators;

/// <summary>Mean and variance of a length of time.</summary>
/// <param name="MeanNs">The mean, in ns.</param>
/// <param name="VarianceNs2">The variance, in ns squared; null where no closed form is known.</param>
internal readonly record struct Moments(double MeanNs, double? VarianceNs2)
{
    /// <summary>The sum of two independent lengths.</summary>
    public static Moments operator +(Moments a, Moments b) => new(a.MeanNs + b.MeanNs, a.VarianceNs2 + b.VarianceNs2);

    /// <summary>A length and a constant.</summary>
    public static Moments operator +(Moments a, double constantNs) => a with { MeanNs = a.MeanNs + constantNs };
}
