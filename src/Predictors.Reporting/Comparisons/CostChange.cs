namespace Predictors.Reporting;

/// <summary>How a predictor's cost ratio changed from one result to another.</summary>
public enum CostChange
{
    /// <summary>Ratio and interval are equal.</summary>
    Same,

    /// <summary>They differ, but the 95 % intervals overlap.</summary>
    Unclear,

    /// <summary>The whole interval lies below the one before.</summary>
    Better,

    /// <summary>The whole interval lies above the one before: a regression.</summary>
    Worse,

    /// <summary>The predictor is ranked in the later result only.</summary>
    Added,

    /// <summary>The predictor is ranked in the earlier result only.</summary>
    Removed,
}
