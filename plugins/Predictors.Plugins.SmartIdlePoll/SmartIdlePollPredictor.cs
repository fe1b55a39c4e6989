using Predictors.Abstractions;

namespace Predictors.Plugins.SmartIdlePoll;

/// <summary>The decision rule of the smart idle poll patches (RFC to linux-kernel, 2017), as far as it is known.</summary>
/// <remarks>
/// Verified: the rule works like KVM's halt polling, on the measured length of the idle period, with a multiplier, a
/// divisor and a threshold as cap (v1 2/2,
/// https://www.mail-archive.com/linux-kernel%40vger.kernel.org/msg1428569.html, and the v2 cover letter,
/// https://lkml.iu.edu/hypermail/linux/kernel/1708.3/03774.html). Not verified, because the patches themselves could not
/// be read: the first window of 10 us, the factors of 2, that growing stops at the threshold within the same step, and
/// that a caught wake-up grows the window as well. Unlike <c>kvm-halt-poll</c> it grows even where the window was long
/// enough.
/// </remarks>
public struct SmartIdlePollPredictor : IIdlePredictor
{
    private readonly long _thresholdNs;
    private readonly long _grow;
    private readonly long _growStartNs;
    private readonly long _shrink;
    private long _windowNs;

    /// <summary>Makes the predictor of one vCPU; its window is 0.</summary>
    /// <param name="thresholdNs">The cap of the window in ns: 0 to 2^32 - 1.</param>
    /// <param name="grow">The multiplier: 1 to 1000.</param>
    /// <param name="growStartNs">The first window after 0, in ns: 0 to 2^32 - 1.</param>
    /// <param name="shrink">The divisor, 0 to 1000; 0 means "to 0 at once".</param>
    public SmartIdlePollPredictor(long thresholdNs, long grow, long growStartNs, long shrink)
    {
        _thresholdNs = thresholdNs;
        _grow = grow;
        _growStartNs = growStartNs;
        _shrink = shrink;
    }

    /// <inheritdoc/>
    public readonly long PredictPollNs(in IdleEntry entry) => _windowNs;

    /// <inheritdoc/>
    public void Observe(in IdleExit exit)
    {
        if (_windowNs > 0 && exit.IdleNs > _thresholdNs)
        {
            _windowNs = _shrink == 0 ? 0 : _windowNs / _shrink;
        }
        else if (exit.IdleNs < _thresholdNs)
        {
            _windowNs = Math.Min(_windowNs == 0 ? _growStartNs : _windowNs * _grow, _thresholdNs);
        }
    }
}
