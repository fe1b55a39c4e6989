namespace Predictors.Reporting;

/// <summary>What one predictor costs on one trace, before and after.</summary>
/// <param name="Trace">The trace's name.</param>
/// <param name="BeforeNs">The cost before, in ns.</param>
/// <param name="AfterNs">The cost after, in ns.</param>
public sealed record ComparedTrace(string Trace, double BeforeNs, double AfterNs)
{
    /// <summary>By how much the cost grew, in percent; negative where it fell; null where there was none before.</summary>
    public double? ChangePercent => BeforeNs > 0 ? ((AfterNs / BeforeNs) - 1) * 100 : null;
}
