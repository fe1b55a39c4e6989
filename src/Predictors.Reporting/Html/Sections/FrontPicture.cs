using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>Predictors by CPU waste and wake-up latency.</summary>
/// <param name="Points">The predictors.</param>
/// <param name="Clairvoyant">The clairvoyant front, in % of span x vCPUs and in ns a wake-up; empty where it is not known.</param>
public sealed record FrontPicture(IReadOnlyList<FrontContender> Points, IReadOnlyList<FrontPoint> Clairvoyant);
