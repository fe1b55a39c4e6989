using System.Globalization;

namespace Predictors.Abstractions;

/// <summary>A whole number.</summary>
public sealed class IntegerParameter : Parameter<long>
{
    /// <summary>Declares a whole number.</summary>
    /// <param name="name">The name, in kebab-case.</param>
    /// <param name="text">One sentence: what it sets.</param>
    /// <param name="defaultValue">The default.</param>
    /// <param name="min">The least value.</param>
    /// <param name="max">The greatest value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The default is outside the range.</exception>
    public IntegerParameter(string name, string text, long defaultValue, long min, long max)
        : base(name, text, defaultValue)
    {
        Min = min;
        Max = max;
        RequireDefault(defaultValue >= min && defaultValue <= max, nameof(defaultValue));
    }

    /// <summary>The least value.</summary>
    public long Min { get; }

    /// <summary>The greatest value.</summary>
    public long Max { get; }

    /// <inheritdoc/>
    public override string TypeName => "whole number";

    /// <inheritdoc/>
    public override string RangeText => $"{Format(Min)} to {Format(Max)}";

    /// <inheritdoc/>
    public override string Format(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override long Parse(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) && value >= Min && value <= Max
            ? value
            : throw Wrong(text);
}
