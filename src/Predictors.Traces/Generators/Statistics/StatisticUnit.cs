namespace Predictors.Traces;

/// <summary>What the figures of a <see cref="GeneratedStatistic"/> are.</summary>
public enum StatisticUnit
{
    /// <summary>Nanoseconds.</summary>
    Ns = 0,

    /// <summary>A share, from 0 to 1.</summary>
    Share = 1,

    /// <summary>A correlation, from -1 to 1.</summary>
    Correlation = 2,
}
