namespace Predictors.IdlePath;

/// <summary>Times that were measured in traces.</summary>
/// <param name="Name">What was measured, in kebab-case.</param>
/// <param name="Meaning">What it is, from when to when.</param>
/// <param name="AsleepFromNs">The least time asleep before them, in ns; null where they do not depend on it.</param>
/// <param name="Count">How many there were.</param>
/// <param name="Quantiles">Their quantiles, ascending; empty where there were none.</param>
public sealed record MeasuredTimes(string Name, string Meaning, long? AsleepFromNs, long Count, IReadOnlyList<MeasuredQuantile> Quantiles)
{
    /// <summary>The shares whose quantiles are measured: the least and the greatest are among them.</summary>
    public static IReadOnlyList<double> Shares { get; } = [0, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999, 0.9999, 1];

    /// <summary>The quantile of a share.</summary>
    /// <param name="share">One of <see cref="Shares"/>.</param>
    /// <returns>The quantile; null where nothing was measured.</returns>
    public MeasuredQuantile? At(double share) => Quantiles.FirstOrDefault(q => q.Share == share);
}
