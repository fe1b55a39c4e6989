using System.Globalization;

namespace Predictors.Abstractions;

/// <summary>A number that need not be whole.</summary>
public sealed class NumberParameter : Parameter<double>
{
    /// <summary>Declares a number.</summary>
    /// <param name="name">The name, in kebab-case.</param>
    /// <param name="text">One sentence: what it sets.</param>
    /// <param name="defaultValue">The default.</param>
    /// <param name="min">The least value.</param>
    /// <param name="max">The greatest value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The default is outside the range.</exception>
    public NumberParameter(string name, string text, double defaultValue, double min, double max)
        : base(name, text, defaultValue)
    {
        Min = min;
        Max = max;
        RequireDefault(defaultValue >= min && defaultValue <= max, nameof(defaultValue));
    }

    /// <summary>The least value.</summary>
    public double Min { get; }

    /// <summary>The greatest value.</summary>
    public double Max { get; }

    /// <inheritdoc/>
    public override string TypeName => "number";

    /// <inheritdoc/>
    public override string RangeText => $"{Format(Min)} to {Format(Max)}";

    /// <inheritdoc/>
    public override string Format(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override double Parse(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= Min && value <= Max
            ? value
            : throw Wrong(text);
}
