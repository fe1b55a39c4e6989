using System.Runtime.CompilerServices;
using Predictors.Abstractions;

namespace Predictors.Benchmarks;

/// <summary>
/// The rule of the C benchmark: grow and shrink by the whole idle length, unlike the haltpoll governor, which looks at the halt alone.
/// </summary>
public struct WholeIdleGrowShrink : IIdlePredictor
{
    private const long MaxNs = 200_000;
    private const long GrowStartNs = 50_000;

    private long _windowNs;

    /// <inheritdoc/>
    public readonly long PredictPollNs(in IdleEntry entry) => _windowNs;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Observe(in IdleExit exit)
    {
        long idleNs = exit.IdleNs;
        if (idleNs > _windowNs && idleNs <= MaxNs)
        {
            _windowNs = Math.Min(Math.Max(_windowNs * 2, GrowStartNs), MaxNs);
        }
        else if (idleNs > MaxNs)
        {
            _windowNs /= 2;
        }
    }
}
