namespace Predictors.Abstractions;

/// <summary>A length of time, held in ns and written <c>200us</c>.</summary>
public sealed class DurationParameter : Parameter<long>
{
    /// <summary>Declares a length of time.</summary>
    /// <param name="name">The name, in kebab-case.</param>
    /// <param name="text">One sentence: what it sets.</param>
    /// <param name="defaultNs">The default, in ns.</param>
    /// <param name="minNs">The least value, in ns.</param>
    /// <param name="maxNs">The greatest value, in ns.</param>
    /// <exception cref="ArgumentOutOfRangeException">The default is outside the range.</exception>
    public DurationParameter(string name, string text, long defaultNs, long minNs = 0, long maxNs = PollWindow.MaxNs)
        : base(name, text, defaultNs)
    {
        MinNs = minNs;
        MaxNs = maxNs;
        RequireDefault(defaultNs >= minNs && defaultNs <= maxNs, nameof(defaultNs));
    }

    /// <summary>The least value, in ns.</summary>
    public long MinNs { get; }

    /// <summary>The greatest value, in ns.</summary>
    public long MaxNs { get; }

    /// <inheritdoc/>
    public override string TypeName => "duration";

    /// <inheritdoc/>
    public override string RangeText => $"{Format(MinNs)} to {Format(MaxNs)}";

    /// <inheritdoc/>
    public override string Format(long value) => Duration.Format(value);

    /// <inheritdoc/>
    public override long Parse(string text) =>
        Duration.TryParse(text, out long ns) && ns >= MinNs && ns <= MaxNs ? ns : throw Wrong(text);
}
