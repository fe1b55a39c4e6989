using Predictors.Abstractions;

namespace Predictors.Plugins.Ladder;

/// <summary>The rule of <c>drivers/cpuidle/governors/ladder.c</c>, Linux 6.12, written anew, over steps of idle length.</summary>
/// <remarks>
/// The kernel steps through idle states and holds the residency less the state's exit latency against that same latency:
/// longer four times (PROMOTION_COUNT) leads to the next deeper state, shorter once (DEMOTION_COUNT) to the next shallower
/// one. A change of state clears the count; a residency exactly at the threshold does nothing. Ladder never enters the poll state, so the states are made up here: six with break-even points of 5, 10,
/// 20, 50, 100 and 200 us, half of which is the exit latency; "longer" then means longer than the break-even point. A
/// step whose break-even point is below the cost of a halt polls up to the point of the next one (the last one, for the
/// cost of a halt), the others halt at once. It starts at the first step.
/// </remarks>
/// <param name="haltCostNs">What a halt costs, in ns: 0 to <see cref="PollWindow.MaxNs"/>.</param>
public struct LadderPredictor(long haltCostNs) : IIdlePredictor
{
    private const int PromotionCount = 4;

    private int _step;
    private int _promotions;

    private static ReadOnlySpan<int> BreakEvenNs => [5_000, 10_000, 20_000, 50_000, 100_000, 200_000];

    /// <inheritdoc/>
    public readonly long PredictPollNs(in IdleEntry entry)
    {
        if (BreakEvenNs[_step] >= haltCostNs)
        {
            return PollWindow.None;
        }

        return _step + 1 < BreakEvenNs.Length ? BreakEvenNs[_step + 1] : haltCostNs;
    }

    /// <inheritdoc/>
    public void Observe(in IdleExit exit)
    {
        long exitLatencyNs = BreakEvenNs[_step] / 2;
        long residencyNs = exit.IdleNs - exitLatencyNs;
        if (_step + 1 < BreakEvenNs.Length && residencyNs > exitLatencyNs)
        {
            if (++_promotions >= PromotionCount)
            {
                StepTo(_step + 1);
            }
        }
        else if (_step > 0 && residencyNs < exitLatencyNs)
        {
            StepTo(_step - 1);
        }
    }

    private void StepTo(int step)
    {
        _step = step;
        _promotions = 0;
    }
}
