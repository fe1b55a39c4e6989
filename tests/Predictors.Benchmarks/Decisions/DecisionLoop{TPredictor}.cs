using System.Diagnostics;
using System.Runtime.CompilerServices;
using Predictors.Abstractions;
using Predictors.IdlePath;

namespace Predictors.Benchmarks;

/// <summary>The loop of one predictor; the runtime compiles it anew for every struct.</summary>
/// <typeparam name="TPredictor">The predictor.</typeparam>
internal sealed class DecisionLoop<TPredictor>(BoundPredictor predictor, ReplaySettings settings, ToldPeriods told) : DecisionLoop
    where TPredictor : struct, IIdlePredictor
{
    public override (double Seconds, long WindowsNs) Run()
    {
        TPredictor made = PathPlan.Make<TPredictor>(predictor, vcpu: 0, string.Empty, RunConditionsOf.Settings(settings));
        long start = Stopwatch.GetTimestamp();
        long windowsNs = Ask(made, told.Entries, told.Exits);
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, windowsNs);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Ask(TPredictor predictor, IdleEntry[] entries, IdleExit[] exits)
    {
        long windowsNs = 0;
        for (int i = 0; i < entries.Length && i < exits.Length; i++)
        {
            windowsNs += predictor.PredictPollNs(in entries[i]);
            predictor.Observe(in exits[i]);
        }

        return windowsNs;
    }
}
