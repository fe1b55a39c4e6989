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

    /// <summary>A fault of the host's rule, which is not the predictor that is replayed.</summary>
    public static PredictorFaultException OfHost(string rule, string call, Exception e) => e is PredictorFaultException
        ? new PredictorFaultException($"the host's rule {rule} {e.Message}", e.InnerException)
        : new PredictorFaultException($"the host's rule {rule} threw {e.GetType().Name} in {call}: {e.Message}", e);

    [DoesNotReturn]
    private static void Throw(long windowNs) => throw new PredictorFaultException(
        $"returned a poll window of {windowNs} ns; a window is 0 to {PollWindow.MaxNs} ns");
}
