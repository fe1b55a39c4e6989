using Predictors.Abstractions;

namespace RankFromCode;

/// <summary>Always polls for the same time.</summary>
/// <param name="windowNs">The poll window, in ns.</param>
public readonly struct FixedWindow(long windowNs) : IIdlePredictor
{
    /// <inheritdoc/>
    public long PredictPollNs(in IdleEntry entry) => windowNs;

    /// <inheritdoc/>
    public void Observe(in IdleExit exit)
    {
    }
}
