using Predictors.Abstractions;
using Predictors.Plugins.Tables;

namespace Predictors.Plugins.OnlineTable;

/// <summary>Takes the window that has been cheapest lately in idle periods like this one.</summary>
/// <remarks>
/// A table of what each of 16 windows costs on this machine at this exchange rate, under four contexts: none; the last idle length and the
/// busy length; the time to the next timer and the busy length; and the time to the next timer more finely (<see cref="WindowLearner"/>).
/// Integer arithmetic only, about 6.3 KB per vCPU. Made by <see cref="OnlineTableFactory"/>; the default value can't predict.
/// </remarks>
public struct OnlineTablePredictor : IIdlePredictor
{
    private WindowLearner _learner;

    internal OnlineTablePredictor(RunConditions conditions, int memory, int trust) => _learner = new(conditions, memory, trust);

    /// <inheritdoc/>
    public long PredictPollNs(in IdleEntry entry) => _learner.Begin(in entry, WindowLearner.None);

    /// <inheritdoc/>
    public void Observe(in IdleExit exit) => _learner.End(in exit);
}
