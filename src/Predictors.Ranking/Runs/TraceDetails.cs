namespace Predictors.Ranking;

/// <summary>What pictures need of a trace beyond the scores.</summary>
/// <param name="Lengths">Its scored idle periods by length.</param>
/// <param name="Front">Its clairvoyant front: see <see cref="ClairvoyantFront.Complete"/>.</param>
public sealed record TraceDetails(IdleLengths Lengths, IReadOnlyList<FrontPoint> Front)
{
    /// <summary>What the contenders did period by period, in their order; empty where nobody watched.</summary>
    public IReadOnlyList<PeriodDetails> Periods { get; init; } = [];
}
