namespace Predictors.Abstractions;

/// <summary>The validated values of a predictor's parameters.</summary>
public sealed class ParameterValues
{
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);
    private readonly PredictorDescription _description;

    private ParameterValues(PredictorDescription description)
    {
        _description = description;
        foreach (Parameter parameter in description.Parameters)
        {
            _values.Add(parameter.Name, parameter.DefaultObject);
        }
    }

    /// <summary>Takes the defaults, and the given values in their place.</summary>
    /// <param name="description">The predictor whose parameters they are.</param>
    /// <param name="texts">Names and values as written in a SPEC, each name at most once.</param>
    /// <returns>A value for every parameter.</returns>
    /// <exception cref="FormatException">
    /// There is no parameter of that name, it is given twice, or its value is not accepted; the message says which.
    /// </exception>
    public static ParameterValues Parse(PredictorDescription description, params IEnumerable<KeyValuePair<string, string>> texts)
    {
        ArgumentNullException.ThrowIfNull(description);
        ArgumentNullException.ThrowIfNull(texts);
        var values = new ParameterValues(description);
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string name, string text) in texts)
        {
            Parameter parameter = description.Parameters.FirstOrDefault(p => p.Name == name)
                ?? throw new FormatException(Unknown(description, name));
            if (!given.Add(name))
            {
                throw new FormatException($"{description.Name}: {name} is given twice.");
            }

            try
            {
                values._values[name] = parameter.ParseObject(text);
            }
            catch (FormatException e)
            {
                throw new FormatException($"{description.Name}: {e.Message}", e);
            }
        }

        return values;
    }

    /// <summary>The value of a parameter.</summary>
    /// <typeparam name="T">The type of its values.</typeparam>
    /// <param name="parameter">One of the parameters that the predictor declares.</param>
    /// <returns>The given value, or the default.</returns>
    /// <exception cref="ArgumentException">The predictor does not declare the parameter.</exception>
    public T Get<T>(Parameter<T> parameter)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return _values.TryGetValue(parameter.Name, out object? value)
            ? (T)value
            : throw new ArgumentException($"Predictor '{_description.Name}' declares no parameter '{parameter.Name}'.", nameof(parameter));
    }

    /// <summary>Every parameter's name and value as written in a SPEC, in the order of their declaration.</summary>
    /// <returns>Names and texts.</returns>
    public IEnumerable<KeyValuePair<string, string>> ToTexts() =>
        _description.Parameters.Select(p => KeyValuePair.Create(p.Name, p.FormatObject(_values[p.Name])));

    private static string Unknown(PredictorDescription description, string name)
    {
        string known = description.Parameters.Count == 0
            ? "it has none"
            : "it has " + string.Join(", ", description.Parameters.Select(p => p.Name));
        return $"{description.Name} has no parameter '{name}'; {known}.";
    }
}
