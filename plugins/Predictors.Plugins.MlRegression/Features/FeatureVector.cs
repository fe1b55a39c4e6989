using System.Runtime.CompilerServices;

namespace Predictors.Plugins.MlRegression.Features;

/// <summary>The features of one idle entry, in the order of <see cref="Names"/>.</summary>
[InlineArray(Count)]
internal struct FeatureVector
{
    public const int Count = 16;

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
