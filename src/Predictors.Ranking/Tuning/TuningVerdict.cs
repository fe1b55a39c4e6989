namespace Predictors.Ranking;

/// <summary>What came of a tuning.</summary>
public enum TuningVerdict
{
    /// <summary>Another setting is better than the defaults, or keeps to bounds that the defaults break.</summary>
    Change,

    /// <summary>No other setting is certain to be better than the defaults.</summary>
    KeepDefault,

    /// <summary>No setting keeps to the bounds.</summary>
    NothingKeepsToTheBounds,
}
