using Predictors.Abstractions;

namespace Predictors.Plugins.Fixed;

/// <summary>Returns one poll window, whatever happens.</summary>
/// <param name="windowNs">The poll window in ns: 0 to <see cref="PollWindow.MaxNs"/>.</param>
public readonly struct FixedWindowPredictor(long windowNs) : IIdlePredictor
{
    /// <inheritdoc/>
    public long PredictPollNs(in IdleEntry entry) => windowNs;

    /// <inheritdoc/>
    public void Observe(in IdleExit exit)
    {
    }
}
