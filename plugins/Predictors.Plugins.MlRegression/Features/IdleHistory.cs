using Predictors.Abstractions;

namespace Predictors.Plugins.MlRegression.Features;

/// <summary>
/// What one vCPU remembers of its past, and the features that follow from it. Training and prediction both use it, so
/// that a model meets at run time what it was trained on.
/// </summary>
/// <remarks>
/// Lengths are logarithms (<see cref="LogLength"/>): at run time a recorded idle length contains the costs of waking up,
/// in training it does not, and a few microseconds matter little to the logarithm of a long one. Whether a wake-up was
/// caught is left out: it tells of the predictor's own decision and not of the load.
/// </remarks>
internal struct IdleHistory
{
    // Before the first idle period nothing is known: taken for long (about 1 ms), so that a cold vCPU halts.
    private const float StartLength = 20;

    private float _idle1;
    private float _idle2;
    private float _idle3;
    private float _idle4;
    private float _idleMeanFast;
    private float _idleMeanSlow;
    private float _idleDeviation;
    private float _busy1;
    private float _busy2;
    private float _busyMean;
    private WakeCause _cause;
    private bool _taskRan;

    /// <summary>The history of a vCPU that has not been idle yet.</summary>
    public static IdleHistory Start() => new()
    {
        _idle1 = StartLength,
        _idle2 = StartLength,
        _idle3 = StartLength,
        _idle4 = StartLength,
        _idleMeanFast = StartLength,
        _idleMeanSlow = StartLength,
        _busy1 = StartLength,
        _busy2 = StartLength,
        _busyMean = StartLength,
        _taskRan = true,
    };

    /// <summary>Takes the idle entry in and computes its features.</summary>
    public void Enter(in IdleEntry entry, out FeatureVector features)
    {
        _busy2 = _busy1;
        _busy1 = entry.BusyNs < 0 ? _busyMean : LogLength.FromNs(entry.BusyNs);
        _busyMean += (_busy1 - _busyMean) / 8;
        bool timerKnown = entry.NextTimerNs >= 0;

        features = default;
        features[0] = _idle1;
        features[1] = _idle2;
        features[2] = _idle3;
        features[3] = _idle4;
        features[4] = _idleMeanFast;
        features[5] = _idleMeanSlow;
        features[6] = _idleDeviation;
        features[7] = _busy1;
        features[8] = _busy2;
        features[9] = _busyMean;
        features[10] = timerKnown ? LogLength.FromNs(entry.NextTimerNs) : 0;
        features[11] = timerKnown ? 1 : 0;
        features[12] = _cause == WakeCause.Timer ? 1 : 0;
        features[13] = IsVcpu(_cause) ? 1 : 0;
        features[14] = _cause == WakeCause.DeviceInterrupt ? 1 : 0;
        features[15] = _taskRan ? 1 : 0;
    }

    /// <summary>Takes the end of the idle period in.</summary>
    public void Exit(in IdleExit exit)
    {
        float idle = LogLength.FromNs(exit.IdleNs);
        _idleDeviation += (Math.Abs(idle - _idleMeanSlow) - _idleDeviation) / 8;
        _idleMeanFast += (idle - _idleMeanFast) / 4;
        _idleMeanSlow += (idle - _idleMeanSlow) / 16;
        _idle4 = _idle3;
        _idle3 = _idle2;
        _idle2 = _idle1;
        _idle1 = idle;
        _cause = exit.Cause;
        _taskRan = exit.TaskRan;
    }

    // The same waker sends an IPI to a halted vCPU and stores a flag for a polling one.
    private static bool IsVcpu(WakeCause cause) =>
        cause is WakeCause.RescheduleIpi or WakeCause.OtherIpi or WakeCause.RemoteStore;
}
