using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Predictors.Plugins.MlRegression.Features;

/// <summary>The features of one idle entry, in the order of <see cref="Names"/>: four vectors, which a processor can keep in registers.</summary>
/// <param name="First">The first four.</param>
/// <param name="Second">The next four.</param>
/// <param name="Third">The four after those.</param>
/// <param name="Fourth">The last four.</param>
[StructLayout(LayoutKind.Sequential)]
internal record struct FeatureVector(Vector128<float> First, Vector128<float> Second, Vector128<float> Third, Vector128<float> Fourth)
{
    public const int Count = 16;

    /// <summary>The features' names. A model trained on others can't be used.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "idle-1", "idle-2", "idle-3", "idle-4",
        "idle-mean-fast", "idle-mean-slow", "idle-deviation", "busy-1",
        "busy-2", "busy-mean", "next-timer", "next-timer-known",
        "woken-by-timer", "woken-by-vcpu", "woken-by-device", "task-ran",
    ];

    /// <summary>All of them, one after the other.</summary>
    [UnscopedRef]
    public Span<float> Values => MemoryMarshal.CreateSpan(ref Unsafe.As<FeatureVector, float>(ref this), Count);
}
