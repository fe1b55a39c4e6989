using Predictors.Abstractions;

namespace Predictors.Hosting;

/// <summary>
/// A SPEC: <c>name</c> or <c>name:key=value,key=value</c>. A value may be a sweep: alternatives <c>10us|50us</c>, and for
/// durations and numbers ranges, <c>10us..320us*2</c> (each twice the one before) or <c>10us..50us+10us</c>, which end at
/// or before their upper bound.
/// </summary>
public sealed class PredictorSpec
{
    /// <summary>The most combinations that one SPEC may stand for.</summary>
    public const int MaxChoices = 10_000;

    private readonly SpecText _spec;

    private PredictorSpec(SpecText spec) => _spec = spec;

    /// <summary>The predictor's name.</summary>
    public string Name => _spec.Name;

    /// <summary>The parameters that are given, with their values as written: single ones and sweeps.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Settings => _spec.Settings;

    /// <summary>The SPEC as it was written.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _spec.Text;

    /// <summary>Reads a SPEC. Whether the predictor and its parameters exist is seen by <see cref="Expand"/>.</summary>
    /// <param name="text">The SPEC.</param>
    /// <returns>The SPEC, taken apart.</returns>
    /// <exception cref="SpecException">It is not written as a SPEC is.</exception>
    public static PredictorSpec Parse(string text) => new(SpecText.Parse(text, "predictor"));

    /// <summary>All combinations of the swept values; the last parameter varies fastest, and a combination that is met again is left out.</summary>
    /// <param name="catalog">Where the predictor is looked up.</param>
    /// <returns>At least one choice.</returns>
    /// <exception cref="SpecException">
    /// There is no such predictor or parameter, a value is not accepted, or there are more than <see cref="MaxChoices"/> combinations.
    /// </exception>
    public IReadOnlyList<PredictorChoice> Expand(PluginCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        PluginPredictor predictor = catalog.Find(Name);
        List<string[]> sweeps = [.. _spec.Settings.Select(s => Sweep.Values(ParameterOf(predictor, s.Key), s.Value, _spec.Text))];
        long count = sweeps.Aggregate(1L, (product, sweep) => Math.Min(product * sweep.Length, MaxChoices + 1L));
        if (count > MaxChoices)
        {
            throw new SpecException($"'{_spec.Text}' stands for more than {MaxChoices} combinations; sweep fewer values.");
        }

        var choices = new List<PredictorChoice>();
        var texts = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < count; i++)
        {
            PredictorChoice choice = PredictorChoice.Of(predictor, Combination(predictor, sweeps, i));
            if (texts.Add(choice.Text))
            {
                choices.Add(choice);
            }
        }

        return choices;
    }

    /// <summary>Takes the given values, and for parameters that are not given those from elsewhere before the defaults.</summary>
    /// <param name="catalog">Where the predictor is looked up.</param>
    /// <param name="found">Names and values from elsewhere, such as a recording, for a predictor.</param>
    /// <returns>One choice.</returns>
    /// <exception cref="SpecException">
    /// There is no such predictor or parameter, a value is not accepted, or one is a sweep.
    /// </exception>
    public PredictorChoice WithDefaults(
        PluginCatalog catalog, Func<PredictorDescription, IEnumerable<KeyValuePair<string, string>>> found)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(found);
        IEnumerable<KeyValuePair<string, string>> open =
            found(catalog.Find(Name).Description).Where(f => !_spec.Settings.Any(s => s.Key == f.Key));
        var filled = new PredictorSpec(_spec with { Settings = [.. _spec.Settings, .. open] });
        IReadOnlyList<PredictorChoice> choices = filled.Expand(catalog);
        return choices.Count == 1 ? choices[0] : throw new SpecException($"'{_spec.Text}' stands for {choices.Count} predictors; give one here.");
    }

    private ParameterValues Combination(PluginPredictor predictor, List<string[]> sweeps, int index)
    {
        var texts = new KeyValuePair<string, string>[sweeps.Count];
        for (int i = sweeps.Count - 1; i >= 0; i--)
        {
            texts[i] = KeyValuePair.Create(_spec.Settings[i].Key, sweeps[i][index % sweeps[i].Length]);
            index /= sweeps[i].Length;
        }

        try
        {
            return ParameterValues.Parse(predictor.Description, texts);
        }
        catch (FormatException e)
        {
            throw new SpecException(e.Message, e);
        }
    }

    internal static Parameter ParameterOf(PluginPredictor predictor, string name)
    {
        PredictorDescription description = predictor.Description;
        return description.Parameters.FirstOrDefault(p => p.Name == name)
            ?? throw new SpecException(
                $"{description.Name} has no parameter '{name}'{NearestName.Hint(name, description.Parameters.Select(p => p.Name))}");
    }
}
