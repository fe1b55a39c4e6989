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
/// lengths of each class, which the model holds, gives its costs to begin with on any machine and at any exchange rate. A linear model is for
/// where a decision may take no more than some ns: it learns nothing on the spot, and each class keeps the window that it began with. Made by
/// <see cref="MlRegressionFactory"/>; the default value can't predict.
/// </remarks>
public struct MlRegressionPredictor : IIdlePredictor
{
    // Found on recordings other than those that are held out: little depends on them.
    private const int Memory = 6;
    private const int Trust = 8;

    private readonly IdleLengthModel _model;
    private readonly LinearModel? _linear;
    private readonly long[]? _windowsNs;
    private IdleHistory _history;
    private WindowLearner _learner;

    internal MlRegressionPredictor(TrainedModel model, RunConditions conditions)
    {
        _model = model.Model;
        _history = IdleHistory.Start();
        _learner = new WindowLearner(conditions, Memory, Trust, LengthHistograms.Classes);
        LearnedCosts.Teach(in _learner, model.Lengths);
        if (model.Linear is not null)
        {
            _linear = model.Linear;
            _windowsNs = new long[LengthHistograms.Classes];
            for (int lengthClass = 0; lengthClass < _windowsNs.Length; lengthClass++)
            {
                _windowsNs[lengthClass] = _learner.TaughtWindowNs(lengthClass);
            }
        }
    }

    /// <inheritdoc/>
    public long PredictPollNs(in IdleEntry entry)
    {
        if (_linear is not null)
        {
            return PredictLinearly(in entry);
        }

        FeatureVector features = _history.Enter(in entry);
        return _learner.Begin(in entry, LengthHistograms.ClassOf(_model.Score(features.Values)));
    }

    /// <inheritdoc/>
    public void Observe(in IdleExit exit)
    {
        // The model has learned from arrivals: what the machine adds to them is taken off.
        if (_linear is not null)
        {
            ObserveLinearly(in exit);
            return;
        }

        _history.Exit(in exit, _learner.End(in exit));
    }

    // Apart, so that the runtime does not compile the few steps of a linear model as the rare branch of the trees' many.
    private long PredictLinearly(in IdleEntry entry) => _windowsNs![LengthHistograms.ClassOf(_linear!.Score(_history.Enter(in entry)))];

    private void ObserveLinearly(in IdleExit exit) => _history.Exit(in exit, _learner.Costs.ArrivalNs(in exit));
}
