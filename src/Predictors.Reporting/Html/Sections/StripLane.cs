using Predictors.IdlePath;

namespace Predictors.Reporting;

/// <summary>What one predictor made of a stretch of time.</summary>
/// <param name="Contender">Its place in <see cref="HtmlPage.Contenders"/>.</param>
/// <param name="Periods">The idle periods of one vCPU, in time order.</param>
public sealed record StripLane(int Contender, IReadOnlyList<ReplayedPeriod> Periods);
