using Predictors.Abstractions;

namespace Predictors.Plugins.Asymmetric;

/// <summary>A caught wake-up raises the window to its cap at once; a halt lowers it by a fraction, never below a floor.</summary>
/// <remarks>
/// After OSv's adaptive idle spin (https://github.com/cloudius-systems/osv/pull/1511, September 2026). Verified is the
/// idea alone: the window is one per CPU, a caught wake-up makes it jump up, and growing and shrinking by equal steps
/// with a low floor did clearly worse there than a fixed window, because an occasional halt wears the window down. The
/// rest of the description could not be read. Not verified and chosen here: that the jump ends at the cap, that a halt
/// takes off an eighth, and the cap and the floor. The window starts at the cap.
/// </remarks>
public struct AdaptiveAsymmetricPredictor : IIdlePredictor
{
    private readonly long _minNs;
    private readonly long _maxNs;
    private readonly long _shrink;
    private long _windowNs;

    /// <summary>Makes the predictor of one vCPU; its window is at the cap.</summary>
    /// <param name="minNs">The floor of the window in ns: 0 to <see cref="PollWindow.MaxNs"/>; the cap wins where it is lower.</param>
    /// <param name="maxNs">The cap of the window in ns: 0 to <see cref="PollWindow.MaxNs"/>.</param>
    /// <param name="shrink">A halt takes one part in this many off the window: 1 or more.</param>
    public AdaptiveAsymmetricPredictor(long minNs, long maxNs, long shrink)
    {
        _minNs = Math.Min(minNs, maxNs);
        _maxNs = maxNs;
        _shrink = shrink;
        _windowNs = maxNs;
    }

    /// <inheritdoc/>
    public readonly long PredictPollNs(in IdleEntry entry) => _windowNs;

    /// <inheritdoc/>
    public void Observe(in IdleExit exit) =>
        _windowNs = exit.Caught ? _maxNs : Math.Max(_windowNs - (_windowNs / _shrink), _minNs);
}
