using System.Runtime.CompilerServices;

namespace Predictors.Plugins.MlRegression.Features;

/// <summary>The features of one idle entry, in the order of <see cref="Names"/>.</summary>
[InlineArray(Count)]
internal struct FeatureVector
{
    public const int Count = 16;

    public const int Idle1 = 0;
    public const int Idle2 = 1;
    public const int Idle3 = 2;
    public const int Idle4 = 3;
    public const int IdleMeanFast = 4;
    public const int IdleMeanSlow = 5;
    public const int IdleDeviation = 6;
    public const int Busy1 = 7;
    public const int Busy2 = 8;
    public const int BusyMean = 9;
    public const int NextTimer = 10;
    public const int NextTimerKnown = 11;
    public const int WokenByTimer = 12;
    public const int WokenByVcpu = 13;
    public const int WokenByDevice = 14;
    public const int TaskRan = 15;

    private float _first;

    /// <summary>The features' names. A model trained on others can't be used.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "idle-1", "idle-2", "idle-3", "idle-4", "idle-mean-fast", "idle-mean-slow", "idle-deviation",
        "busy-1", "busy-2", "busy-mean",
        "next-timer", "next-timer-known",
        "woken-by-timer", "woken-by-vcpu", "woken-by-device", "task-ran",
    ];
}
