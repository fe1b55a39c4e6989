namespace Predictors.Abstractions;

/// <summary>A named, typed, ranged and documented parameter of a predictor.</summary>
public abstract class Parameter
{
    private protected Parameter(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        KebabCase.Require(name, "parameter");
        Name = name;
        Text = text;
    }

    /// <summary>The name, in kebab-case.</summary>
    public string Name { get; }

    /// <summary>One sentence: what it sets.</summary>
    public string Text { get; }

    /// <summary>
    /// The names under which kernels and recordings know the parameter, such as <c>guest_halt_poll_ns</c>; empty where
    /// there are none.
    /// </summary>
    public IReadOnlyList<string> KernelNames { get; init; } = [];

    /// <summary>The type in a word, such as <c>duration</c>.</summary>
    public abstract string TypeName { get; }

    /// <summary>The default as it is written in a SPEC.</summary>
    public abstract string DefaultText { get; }

    /// <summary>The values that are accepted, in words for people.</summary>
    public abstract string RangeText { get; }

    internal abstract object DefaultObject { get; }

    /// <summary>Reads a value as it is written in a SPEC and checks its range.</summary>
    /// <param name="text">The value's text.</param>
    /// <returns>The value, boxed.</returns>
    /// <exception cref="FormatException">The text is no such value, or it is out of range; the message says which.</exception>
    internal abstract object ParseObject(string text);

    internal abstract string FormatObject(object value);

    /// <summary>Refuses a default that is not among the values that are accepted.</summary>
    private protected void RequireDefault(bool isAccepted, string argument)
    {
        if (!isAccepted)
        {
            throw new ArgumentOutOfRangeException(argument, $"The default of the parameter '{Name}' is {DefaultText}; it must be {RangeText}.");
        }
    }

    private protected FormatException Wrong(string text) =>
        new($"{Name}={text} is not accepted: {TypeName}, {RangeText}.");
}
