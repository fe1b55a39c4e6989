using System.Globalization;

namespace Predictors.IdlePath;

/// <summary>How near a simulated figure must come to a published one. A published range is met anywhere inside it.</summary>
/// <param name="Kind">What is compared.</param>
/// <param name="Value">By how much the figures may differ: a share, or a factor.</param>
public sealed record FigureBar(FigureBarKind Kind, double Value)
{
    // 15 % of 100 is not exactly 15 in binary.
    private const double Rounding = 1e-9;

    /// <summary>The bar in words, such as <c>within 15 %</c>.</summary>
    public string Text => Kind switch
    {
        FigureBarKind.Exact => "exact",
        FigureBarKind.Share => FormattableString.Invariant($"within {Value * 100} %"),
        FigureBarKind.Factor => FormattableString.Invariant($"factor {Value}"),
        _ => "none",
    };

    /// <summary>Reads a bar: <c>15%</c>, <c>x1.5</c>, <c>exact</c> or <c>none</c>.</summary>
    internal static FigureBar Parse(string text) => text switch
    {
        "exact" => new FigureBar(FigureBarKind.Exact, 0),
        "none" => new FigureBar(FigureBarKind.None, 0),
        ['x', .. string factor] => new FigureBar(FigureBarKind.Factor, double.Parse(factor, CultureInfo.InvariantCulture)),
        [.. string percent, '%'] => new FigureBar(FigureBarKind.Share, double.Parse(percent, CultureInfo.InvariantCulture) / 100),
        _ => throw new FormatException($"'{text}' is no bar: expected 15%, x1.5, exact or none."),
    };

    /// <summary>Whether a simulated figure meets the bar.</summary>
    /// <param name="published">The published figure.</param>
    /// <param name="simulated">The simulated one.</param>
    /// <returns>Whether it does; true where there is no bar.</returns>
    internal bool IsMet(PublishedFigure published, double simulated) => Kind switch
    {
        FigureBarKind.Exact => simulated == published.Low,
        FigureBarKind.Share => simulated >= published.Low * (1 - Value - Rounding) && simulated <= published.High * (1 + Value + Rounding),
        FigureBarKind.Factor => simulated >= published.Low / Value && simulated <= published.High * Value,
        _ => true,
    };
}
