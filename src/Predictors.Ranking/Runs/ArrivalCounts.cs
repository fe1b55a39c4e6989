namespace Predictors.Ranking;

/// <summary>How the arrivals of a trace's idle segments are known.</summary>
/// <param name="Measured">Segments whose arrival was recorded.</param>
/// <param name="Estimated">Segments whose arrival was estimated.</param>
/// <param name="Unknown">Segments whose arrival is unknown and taken to be the recorded exit.</param>
public sealed record ArrivalCounts(long Measured, long Estimated, long Unknown)
{
    /// <summary>All of them.</summary>
    public long Total => Measured + Estimated + Unknown;
}
