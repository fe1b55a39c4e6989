using Predictors.Abstractions;
using Predictors.Plugins.MlRegression.Features;
using Predictors.Plugins.MlRegression.Models;

namespace Predictors.Plugins.MlRegression;

/// <summary>
/// Halts at once where the predicted idle length is longer than what a halt costs; polls otherwise, for a multiple of the
/// prediction and at least for what the halt would cost.
/// </summary>
/// <remarks>
/// The lower bound is that of the ski-rental problem: who polls for the cost of a halt never pays more than twice the
/// cheapest, however wrong the prediction is. Made by <see cref="MlRegressionFactory"/>; the default value can't predict.
/// </remarks>
public struct MlRegressionPredictor : IIdlePredictor
{
    private readonly IdleLengthModel _model;
    private readonly long _maxNs;
    private readonly long _haltCostNs;
    private readonly double _margin;
    private IdleHistory _history;

    internal MlRegressionPredictor(IdleLengthModel model, long maxNs, long haltCostNs, double margin)
    {
        _model = model;
        _maxNs = maxNs;
        _haltCostNs = haltCostNs;
        _margin = margin;
        _history = IdleHistory.Start();
    }

    /// <inheritdoc/>
    public long PredictPollNs(in IdleEntry entry)
    {
        _history.Enter(entry, out FeatureVector features);
        double idleNs = LogLength.ToNs(_model.Score(features));
        return idleNs <= _haltCostNs
            ? (long)Math.Min(_maxNs, Math.Max(_haltCostNs, idleNs * _margin))
            : PollWindow.None;
    }

    /// <inheritdoc/>
    public void Observe(in IdleExit exit) => _history.Exit(exit);
}
