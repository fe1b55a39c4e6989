using Predictors.Abstractions;
using Predictors.Plugins.MlRegression.Features;
using Predictors.Plugins.MlRegression.Models;
using Predictors.Plugins.Tables;

namespace Predictors.Plugins.MlRegression;

/// <summary>
/// Takes the window that is cheapest for idle periods of the predicted length: by what the model has seen elsewhere at first, and ever more by
/// what is seen here.
/// </summary>
/// <remarks>
/// The regression predicts a length; what matters is what each window costs where that length was predicted, since the cost is no function of
/// the mean. So the class of the predicted length is one context among those of a <see cref="WindowLearner"/>, and the distribution of the true
/// lengths of each class, which the model holds, gives its costs to begin with on any machine and at any exchange rate. Made by
/// <see cref="MlRegressionFactory"/>; the default value can't predict.
/// </remarks>
public struct MlRegressionPredictor : IIdlePredictor
{
    // Found on recordings other than those that are held out: little depends on them.
    private const int Memory = 6;
    private const int Trust = 8;

    private readonly IdleLengthModel _model;
    private IdleHistory _history;
    private WindowLearner _learner;

    internal MlRegressionPredictor(TrainedModel model, RunConditions conditions)
    {
        _model = model.Model;
        _history = IdleHistory.Start();
        _learner = new WindowLearner(conditions, Memory, Trust, LengthHistograms.Classes);
        LearnedCosts.Teach(in _learner, model.Lengths);
    }

    /// <inheritdoc/>
    public long PredictPollNs(in IdleEntry entry)
    {
        _history.Enter(entry, out FeatureVector features);
        return _learner.Begin(in entry, LengthHistograms.ClassOf(_model.Score(features)));
    }

    /// <inheritdoc/>
    public void Observe(in IdleExit exit)
    {
        // The model has learned from arrivals: what the machine adds to them is taken off.
        int arrivalNs = _learner.End(in exit);
        _history.Exit(exit with { IdleNs = arrivalNs });
    }
}
