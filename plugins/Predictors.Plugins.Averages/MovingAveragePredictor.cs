using System.Runtime.CompilerServices;
using Predictors.Abstractions;

namespace Predictors.Plugins.Averages;

/// <summary>Polls where the last four idle periods were short on average.</summary>
/// <remarks>
/// The moving sum is that of Thomas Gleixner's proposal of 1 March 2026 (https://lkml.iu.edu/2603.0/00407.html): the sum
/// of the last 4 idle lengths, held against 4 times a threshold; more than that is a long idle. There the threshold is a
/// tick and the decision whether to stop it; here it is what a halt costs and the decision whether to halt at once. The
/// lengths start at 0, so a vCPU polls until its first idle lengths say otherwise. The proposal says nothing of a
/// window: this one is the cost of a halt, with which a wrong prediction costs at most twice the cheapest.
/// </remarks>
/// <param name="haltCostNs">What a halt costs, in ns: 0 to <see cref="PollWindow.MaxNs"/>.</param>
public struct MovingAveragePredictor(long haltCostNs) : IIdlePredictor
{
    private const int Lengths = 4;

    private LastLengths _lengths;
    private long _sumNs;
    private int _oldest;

    /// <inheritdoc/>
    public readonly long PredictPollNs(in IdleEntry entry) =>
        _sumNs > Lengths * haltCostNs ? PollWindow.None : haltCostNs;

    /// <inheritdoc/>
    public void Observe(in IdleExit exit)
    {
        // Four lengths of at most a day each: the sum can't overflow.
        long idleNs = Math.Clamp(exit.IdleNs, 0, PollWindow.MaxNs);
        _sumNs += idleNs - _lengths[_oldest];
        _lengths[_oldest] = idleNs;
        _oldest = (_oldest + 1) % Lengths;
    }

    [InlineArray(Lengths)]
    private struct LastLengths
    {
        private long _first;
    }
}
