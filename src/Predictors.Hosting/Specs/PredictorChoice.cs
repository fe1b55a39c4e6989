using Predictors.Abstractions;
using Predictors.IdlePath;
using Predictors.Ranking;

namespace Predictors.Hosting;

/// <summary>A predictor with the values of its parameters: what one run replays.</summary>
/// <param name="Predictor">The predictor.</param>
/// <param name="Values">A value for every parameter.</param>
/// <param name="Text">The SPEC that gives exactly this one: the name, and those parameters that differ from their defaults.</param>
public sealed record PredictorChoice(PluginPredictor Predictor, ParameterValues Values, string Text)
{
    /// <summary>What a replay takes.</summary>
    /// <returns>The predictor with its values.</returns>
    public BoundPredictor Bind() => new(Predictor.Factory, Values);

    /// <summary>What reports name it.</summary>
    /// <returns>The predictor's name with all its parameters.</returns>
    public Contender ToContender()
    {
        Dictionary<string, string> values = Values.ToTexts().ToDictionary();
        return new Contender(
            Predictor.Description.Name,
            [.. Predictor.Description.Parameters.Select(p => KeyValuePair.Create(p.Name, values[p.Name]))]);
    }

    /// <summary>Takes a predictor with given values.</summary>
    /// <param name="predictor">The predictor.</param>
    /// <param name="values">Values of its parameters.</param>
    /// <returns>The choice, with its canonical SPEC.</returns>
    public static PredictorChoice Of(PluginPredictor predictor, ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(predictor);
        ArgumentNullException.ThrowIfNull(values);
        IEnumerable<string> settings = predictor.Description.Parameters
            .Zip(values.ToTexts(), (parameter, text) => (parameter, text.Value))
            .Where(p => p.Value != p.parameter.DefaultText)
            .Select(p => $"{p.parameter.Name}={p.Value}");
        string joined = string.Join(',', settings);
        string name = predictor.Description.Name;
        return new PredictorChoice(predictor, values, joined.Length == 0 ? name : $"{name}:{joined}");
    }
}
