using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Predictors.Abstractions;
using static Predictors.Plugins.MlRegression.Features.FeatureVector;

namespace Predictors.Plugins.MlRegression.Features;

/// <summary>
/// What one vCPU remembers of its past, and the features that follow from it. Training and prediction both use it, so
/// that a model meets at run time what it was trained on.
/// </summary>
/// <remarks>
/// Lengths are logarithms (<see cref="LogLength"/>). Whether a wake-up was
/// caught is left out: it tells of the predictor's own decision and not of the load.
/// </remarks>
internal struct IdleHistory
{
    // Before the first idle period nothing is known: taken for long (about 1 ms), so that a cold vCPU halts.
    private const float StartLength = 20;

    private const int Causes = 6;

    private FeatureVector _features;

    // By wake cause. The same waker sends an IPI to a halted vCPU and stores a flag for a polling one.
    private static ReadOnlySpan<float> ByTimer => [0, 1, 0, 0, 0, 0];

    private static ReadOnlySpan<float> ByVcpu => [0, 0, 1, 1, 0, 1];

    private static ReadOnlySpan<float> ByDevice => [0, 0, 0, 0, 1, 0];

    /// <summary>The history of a vCPU that has not been idle yet.</summary>
    public static IdleHistory Start()
    {
        var history = default(IdleHistory);
        ReadOnlySpan<int> lengths = [Idle1, Idle2, Idle3, Idle4, IdleMeanFast, IdleMeanSlow, Busy1, Busy2, BusyMean];
        foreach (int length in lengths)
        {
            history._features[length] = StartLength;
        }

        history._features[TaskRan] = 1;
        return history;
    }

    /// <summary>Takes the idle entry in.</summary>
    /// <returns>Its features: they hold until the idle period has ended.</returns>
    [UnscopedRef]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly FeatureVector Enter(in IdleEntry entry)
    {
        ref FeatureVector f = ref _features;
        bool timerKnown = entry.NextTimerNs >= 0;
        f[Busy2] = f[Busy1];
        f[Busy1] = entry.BusyNs < 0 ? f[BusyMean] : LogLength.FromNs(entry.BusyNs);
        f[BusyMean] += (f[Busy1] - f[BusyMean]) / 8;

        // Where no timer is known the mean stands in: a sum of weights could not tell apart what a timer that is far off means.
        f[NextTimer] = timerKnown ? LogLength.FromNs(entry.NextTimerNs) : f[IdleMeanSlow];
        f[NextTimerKnown] = timerKnown ? 1 : 0;
        return ref f;
    }

    /// <summary>Takes the end of the idle period in.</summary>
    /// <param name="exit">How it ended.</param>
    /// <param name="arrivalNs">When the wake-up arrived, in ns from idle entry: without what the machine adds.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Exit(in IdleExit exit, long arrivalNs)
    {
        ref FeatureVector f = ref _features;
        float idle = LogLength.FromNs(arrivalNs);
        f[IdleDeviation] += (Math.Abs(idle - f[IdleMeanSlow]) - f[IdleDeviation]) / 8;
        f[IdleMeanFast] += (idle - f[IdleMeanFast]) / 4;
        f[IdleMeanSlow] += (idle - f[IdleMeanSlow]) / 16;
        f[Idle4] = f[Idle3];
        f[Idle3] = f[Idle2];
        f[Idle2] = f[Idle1];
        f[Idle1] = idle;
        int cause = Math.Min((int)exit.Cause, Causes - 1);
        f[WokenByTimer] = ByTimer[cause];
        f[WokenByVcpu] = ByVcpu[cause];
        f[WokenByDevice] = ByDevice[cause];
        f[TaskRan] = exit.TaskRan ? 1 : 0;
    }
}
