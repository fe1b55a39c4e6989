using Predictors.Abstractions;

namespace Predictors.Hosting;

/// <summary>The settings of one predictor among which a search looks.</summary>
internal sealed class TuningSpace
{
    private readonly PluginPredictor _predictor;
    private readonly IReadOnlyList<KeyValuePair<string, string>> _fixed;

    private TuningSpace(PluginPredictor predictor, IReadOnlyList<ParameterAxis> axes, IReadOnlyList<KeyValuePair<string, string>> given)
    {
        _predictor = predictor;
        _fixed = given;
        Axes = axes;
        Default = PredictorChoice.Of(predictor, ParameterValues.Parse(predictor.Description));
    }

    /// <summary>The parameters that are searched.</summary>
    public IReadOnlyList<ParameterAxis> Axes { get; }

    /// <summary>The predictor with its defaults: what every setting is held against.</summary>
    public PredictorChoice Default { get; }

    /// <summary>
    /// Takes a SPEC: parameters with several values are searched, those with one stay. Where none has several, all others are
    /// searched over the ranges that they declare; those that a kernel takes, where the rule is a kernel's.
    /// </summary>
    /// <param name="spec">The SPEC.</param>
    /// <param name="predictor">The predictor that it names.</param>
    /// <exception cref="SpecException">There is no such parameter or value, or nothing to search.</exception>
    public static TuningSpace Of(PredictorSpec spec, PluginPredictor predictor)
    {
        PredictorDescription description = predictor.Description;
        ILookup<bool, ParameterAxis> given = spec.Settings
            .Select(s => ParameterAxis.Given(description, PredictorSpec.ParameterOf(predictor, s.Key), s.Value, spec.ToString()))
            .ToLookup(axis => axis.Grid.Count > 1);
        KeyValuePair<string, string>[] single = [.. given[false].Select(a => KeyValuePair.Create(a.Parameter.Name, a.Grid[0]))];
        ParameterAxis[] axes = given[true].Any()
            ? [.. given[true]]
            : [.. SettableParameters(description).Where(p => !single.Any(s => s.Key == p.Name)).Select(p => ParameterAxis.Declared(description, p)).OfType<ParameterAxis>()];
        return axes.Length > 0
            ? new TuningSpace(predictor, axes, single)
            : throw new SpecException($"'{spec}' leaves nothing to tune: give a parameter several values, such as {Example(description)}.");
    }

    /// <summary>Where a search begins: the default of each parameter, or what is nearest to it.</summary>
    public string[] Start() => [.. Axes.Select(a => a.Grid.MinBy(v => a.Distance(v, a.Parameter.DefaultText))!)];

    /// <summary>The setting with these values of the axes.</summary>
    public PredictorChoice Choice(IReadOnlyList<string> values) => PredictorChoice.Of(
        _predictor,
        ParameterValues.Parse(_predictor.Description, _fixed.Concat(Axes.Select((a, i) => KeyValuePair.Create(a.Parameter.Name, values[i])))));

    /// <summary>How many parameters of a setting differ from their defaults.</summary>
    public static int Changes(PredictorChoice choice) =>
        choice.Predictor.Description.Parameters.Zip(choice.Values.ToTexts()).Count(p => p.Second.Value != p.First.DefaultText);

    /// <summary>How far the values of the axes are from their defaults.</summary>
    public double Distance(IReadOnlyList<string> values) => Axes.Select((a, i) => a.Distance(values[i], a.Parameter.DefaultText)).Sum();

    private static IEnumerable<Parameter> SettableParameters(PredictorDescription description) =>
        description.AppliedBy is { } module ? module.Parameters.Select(p => p.Parameter) : description.Parameters;

    private static string Example(PredictorDescription description) =>
        description.Parameters.FirstOrDefault(p => p is not FileParameter) is { } parameter
            ? $"{description.Name}:{parameter.Name}=A|B"
            : $"those of another predictor ({description.Name} has no parameter)";
}
