using Predictors.Abstractions;

namespace Predictors.Plugins.Hazard;

/// <summary>The window that would have been best for the idle lengths seen so far.</summary>
/// <remarks>
/// For idle lengths of a known distribution polling pays as long as the hazard, the rate of wake-ups among the idle
/// periods that still last, exceeds one per halt cost C. The distribution is a histogram here, and the hazard of a bin is
/// its wake-ups over the time polled in it. Bins of low hazard are polled through where those behind them make up for it:
/// the window ends where the sum of C x wake-ups - time polled, from the beginning on, is greatest. Counts are halved
/// from time to time, so that it follows the load. Integer arithmetic only; before the first idle length the window is C.
/// Made by <see cref="HazardFactory"/>; the default value can't predict.
/// </remarks>
public struct HazardPredictor : IIdlePredictor
{
    private readonly int[] _counts;
    private readonly LengthBins _bins;
    private readonly long _exitLatencyNs;
    private readonly int _memory;
    private int _total;
    private long _windowNs;

    internal HazardPredictor(long haltCostNs, long exitLatencyNs, int memory)
    {
        _counts = new int[LengthBins.Count];
        _bins = new LengthBins(haltCostNs);
        _exitLatencyNs = exitLatencyNs;
        _memory = memory;
        _windowNs = haltCostNs;
    }

    /// <inheritdoc/>
    public readonly long PredictPollNs(in IdleEntry entry) => _windowNs;

    /// <inheritdoc/>
    public void Observe(in IdleExit exit)
    {
        _counts[_bins.BinOf(LengthNs(in exit))]++;
        if (++_total >= _memory)
        {
            Halve();
        }

        _windowNs = BestWindowNs();
    }

    private readonly long LengthNs(in IdleExit exit)
    {
        long idleNs = Math.Clamp(exit.IdleNs, 0, PollWindow.MaxNs);
        if (exit.HaltNs == 0)
        {
            return idleNs;
        }

        return idleNs > 2 * _exitLatencyNs ? idleNs - _exitLatencyNs : idleNs / 2;
    }

    private void Halve()
    {
        _total = 0;
        foreach (ref int count in _counts.AsSpan())
        {
            count /= 2;
            _total += count;
        }
    }

    private readonly long BestWindowNs()
    {
        long bestNs = 0;
        long gain = 0;
        long bestGain = 0;
        long lasting = _total;
        for (int bin = 0; bin < LengthBins.Count - 1; bin++)
        {
            // Who wakes up within the bin has polled half of it on average. All in halves of a ns.
            int woken = _counts[bin];
            lasting -= woken;
            gain += (2 * _bins.HaltCostNs * woken) - (_bins.WidthNs(bin) * ((2 * lasting) + woken));
            if (gain > bestGain)
            {
                bestGain = gain;
                bestNs = _bins.EndNs(bin);
            }
        }

        return bestNs;
    }
}
