using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Predictors.Abstractions;

namespace Predictors.IdlePath;

internal static class PredictorFaults
{
    /// <summary>Returns the window, or faults where it is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Check(long windowNs)
    {
        if ((ulong)windowNs > PollWindow.MaxNs)
        {
            Throw(windowNs);
        }

        return windowNs;
    }

    [DoesNotReturn]
    private static void Throw(long windowNs) => throw new PredictorFaultException(
        $"returned a poll window of {windowNs} ns; a window is 0 to {PollWindow.MaxNs} ns");
}
