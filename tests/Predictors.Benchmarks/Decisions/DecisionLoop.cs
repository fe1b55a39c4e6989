using Predictors.Abstractions;
using Predictors.IdlePath;

namespace Predictors.Benchmarks;

/// <summary>One predictor's two calls for each idle period of a recording, and nothing else.</summary>
internal abstract class DecisionLoop
{
    /// <summary>Makes the loop of a predictor over what it was told in a replay of its own: it decides the same again.</summary>
    /// <param name="predictor">The predictor.</param>
    /// <param name="settings">The machine.</param>
    /// <param name="told">What it was told, period by period.</param>
    public static DecisionLoop Of(BoundPredictor predictor, ReplaySettings settings, ToldPeriods told) =>
        (DecisionLoop)Activator.CreateInstance(typeof(DecisionLoop<>).MakeGenericType(predictor.PredictorType), predictor, settings, told)!;

    /// <summary>Makes the predictor anew and asks it about all idle periods.</summary>
    /// <returns>The seconds that the calls took, and the sum of its windows, in ns.</returns>
    public abstract (double Seconds, long WindowsNs) Run();
}
