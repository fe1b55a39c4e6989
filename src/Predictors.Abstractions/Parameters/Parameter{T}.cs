namespace Predictors.Abstractions;

/// <summary>A parameter whose values are of one type.</summary>
/// <typeparam name="T">The type of its values.</typeparam>
public abstract class Parameter<T> : Parameter
    where T : notnull
{
    private protected Parameter(string name, string text, T defaultValue)
        : base(name, text) => Default = defaultValue;

    /// <summary>The value where none is given.</summary>
    public T Default { get; }

    /// <inheritdoc/>
    public override string DefaultText => Format(Default);

    internal sealed override object DefaultObject => Default;

    /// <summary>Writes a value as it stands in a SPEC.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Its text, which <see cref="Parse"/> reads back.</returns>
    public abstract string Format(T value);

    /// <summary>Reads a value as it is written in a SPEC and checks its range.</summary>
    /// <param name="text">The value's text.</param>
    /// <returns>The value.</returns>
    /// <exception cref="FormatException">The text is no such value, or it is out of range; the message says which.</exception>
    public abstract T Parse(string text);

    internal sealed override object ParseObject(string text) => Parse(text);

    internal sealed override string FormatObject(object value) => Format((T)value);
}
