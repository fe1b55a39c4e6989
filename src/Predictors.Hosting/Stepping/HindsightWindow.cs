using Predictors.Abstractions;

namespace Predictors.Hosting;

/// <summary>Always the same window: what a decision is held against.</summary>
/// <param name="windowNs">The poll window, in ns.</param>
internal readonly struct HindsightWindow(long windowNs) : IIdlePredictor
{
    public long PredictPollNs(in IdleEntry entry) => windowNs;

    public void Observe(in IdleExit exit)
    {
    }
}
