namespace Predictors.Abstractions;

/// <summary>One of a few words.</summary>
public sealed class ChoiceParameter : Parameter<string>
{
    /// <summary>Declares a choice.</summary>
    /// <param name="name">The name, in kebab-case.</param>
    /// <param name="text">One sentence: what it sets.</param>
    /// <param name="choices">The words; the first is the default.</param>
    /// <exception cref="ArgumentException">There is no word.</exception>
    public ChoiceParameter(string name, string text, params IReadOnlyList<string> choices)
        : base(name, text, choices is { Count: > 0 } ? choices[0] : throw new ArgumentException($"Parameter '{name}' needs at least one choice.", nameof(choices)))
        => Choices = choices;

    /// <summary>The words; the first is the default.</summary>
    public IReadOnlyList<string> Choices { get; }

    /// <inheritdoc/>
    public override string TypeName => "choice";

    /// <inheritdoc/>
    public override string RangeText => "one of " + string.Join(", ", Choices);

    /// <inheritdoc/>
    public override string Format(string value) => value;

    /// <inheritdoc/>
    public override string Parse(string text) => Choices.Contains(text) ? text : throw Wrong(text);
}
