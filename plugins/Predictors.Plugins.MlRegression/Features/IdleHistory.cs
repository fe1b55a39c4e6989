using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Predictors.Abstractions;

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

    // The last four, the newest first.
    private Vector128<float> _idles;

    // The fast mean, the slow one, and the deviation from it.
    private Vector128<float> _means;

    // By whom it was woken, and whether a task ran.
    private Vector128<float> _waker;

    private float _busy;
    private float _busyMean;

    // By wake cause: by a timer, another vCPU, a device. The same waker sends an IPI to a halted vCPU and stores a flag for a polling one.
    private static ReadOnlySpan<float> Wakers =>
    [
        0, 0, 0, 0,
        1, 0, 0, 0,
        0, 1, 0, 0,
        0, 1, 0, 0,
        0, 0, 1, 0,
        0, 1, 0, 0,
    ];

    // How far the means go towards what is new.
    private static Vector128<float> MeanShares => Vector128.Create(1f / 4, 1f / 16, 1f / 8, 0);

    private static Vector128<float> Deviation => Vector128.Create(0, 0, -1, 0).AsSingle();

    /// <summary>The history of a vCPU that has not been idle yet.</summary>
    public static IdleHistory Start() => new()
    {
        _idles = Vector128.Create(StartLength),
        _means = Vector128.Create(StartLength, StartLength, 0, 0),
        _waker = Vector128.Create(0f, 0, 0, 1),
        _busy = StartLength,
        _busyMean = StartLength,
    };

    /// <summary>Takes the idle entry in.</summary>
    /// <returns>Its features.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FeatureVector Enter(in IdleEntry entry)
    {
        bool timerKnown = entry.NextTimerNs >= 0;
        float before = _busy;
        float busy = entry.BusyNs < 0 ? _busyMean : LogLength.FromNs(entry.BusyNs);
        _busy = busy;
        _busyMean += (busy - _busyMean) / 8;

        // Where no timer is known the mean stands in: a sum of weights could not tell apart what a timer that is far off means.
        float nextTimer = timerKnown ? LogLength.FromNs(entry.NextTimerNs) : _means[1];
        return new FeatureVector(_idles, _means.WithElement(3, busy), Vector128.Create(before, _busyMean, nextTimer, timerKnown ? 1 : 0), _waker);
    }

    /// <summary>Takes the end of the idle period in.</summary>
    /// <param name="exit">How it ended.</param>
    /// <param name="arrivalNs">When the wake-up arrived, in ns from idle entry: without what the machine adds.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Exit(in IdleExit exit, long arrivalNs)
    {
        float idle = LogLength.FromNs(arrivalNs);
        Vector128<float> off = Vector128.Create(idle) - Vector128.Shuffle(_means, Vector128.Create(0, 1, 1, 3));
        off = Vector128.ConditionalSelect(Deviation, Vector128.Abs(off) - _means, off);
        _means += off * MeanShares;
        _idles = Vector128.Shuffle(_idles, Vector128.Create(0, 0, 1, 2)).WithElement(0, idle);
        int cause = Math.Min((int)exit.Cause, Causes - 1);
        _waker = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(Wakers), (nuint)(4 * cause)).WithElement(3, exit.TaskRan ? 1 : 0);
    }
}
