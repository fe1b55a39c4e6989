using Predictors.Abstractions;

namespace Predictors.Plugins.HaltPoll;

/// <summary>
/// The decision rule of <c>drivers/cpuidle/governors/haltpoll.c</c>, Linux 6.12 (or 6.1), written anew.
/// </summary>
/// <remarks>
/// Only a halt moves the window, and what counts is the residency of the halt alone, without the poll before it. A
/// wake-up that was caught changes nothing. One case of the kernel is left out because no trace tells of it: under a
/// PM-QoS request for latency 0 the kernel always polls, and a window of 0 then becomes a sixteenth of a tick.
/// </remarks>
public struct HaltPollPredictor : IIdlePredictor
{
    private readonly uint _maxNs;
    private readonly uint _grow;
    private readonly uint _growStartNs;
    private readonly uint _shrink;
    private readonly bool _allowShrink;
    private readonly bool _shrinkResets;
    private uint _windowNs;

    /// <summary>Makes the predictor of one vCPU; its window is 0, as after the governor was switched on.</summary>
    /// <param name="maxNs">The cap of the window, in ns.</param>
    /// <param name="grow">The multiplier; 0 means "always grow to the start".</param>
    /// <param name="growStartNs">The least window after growing, in ns; the cap wins where it is lower.</param>
    /// <param name="shrink">The divisor; 0 means "to 0 at once".</param>
    /// <param name="allowShrink">Whether the window may shrink.</param>
    /// <param name="shrinkResets">Whether a window that shrinks below the start becomes 0 (kernels since January 2024).</param>
    public HaltPollPredictor(uint maxNs, uint grow, uint growStartNs, uint shrink, bool allowShrink, bool shrinkResets)
    {
        _maxNs = maxNs;
        _grow = grow;
        _growStartNs = growStartNs;
        _shrink = shrink;
        _allowShrink = allowShrink;
        _shrinkResets = shrinkResets;
    }

    /// <inheritdoc/>
    public readonly long PredictPollNs(in IdleEntry entry) => _windowNs;

    /// <inheritdoc/>
    public void Observe(in IdleExit exit)
    {
        if (exit.Caught || exit.HaltNs <= 0)
        {
            return;
        }

        if (exit.HaltNs > _maxNs)
        {
            if (_allowShrink)
            {
                _windowNs = Shrunk();
            }
        }
        else if (exit.HaltNs > _windowNs)
        {
            _windowNs = Grown();
        }
    }

    private readonly uint Grown()
    {
        // The kernel multiplies in 32 bits: a product that does not fit wraps round.
        uint product = unchecked(_windowNs * _grow);
        return Math.Min(Math.Max(product, _growStartNs), _maxNs);
    }

    private readonly uint Shrunk()
    {
        if (_shrink == 0)
        {
            return 0;
        }

        uint quotient = _windowNs / _shrink;
        return _shrinkResets && quotient < _growStartNs ? 0 : quotient;
    }
}
