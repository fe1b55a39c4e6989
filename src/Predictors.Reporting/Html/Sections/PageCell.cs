using System.Text.Json;

namespace Predictors.Reporting;

/// <summary>A cell of a table on a page.</summary>
public abstract record PageCell
{
    // Rows that look alike are still sorted.
    private const int SpareDecimals = 2;

    private PageCell()
    {
    }

    /// <summary>Text.</summary>
    /// <param name="value">The text.</param>
    public static PageCell Of(string value) => new TextCell(value);

    /// <summary>A number; empty where it is not defined.</summary>
    /// <param name="value">The number, in the column's unit.</param>
    public static PageCell Of(double? value) => new NumberCell(value);

    /// <summary>Yes or no.</summary>
    /// <param name="value">Which.</param>
    public static PageCell Of(bool value) => new TextCell(value ? "yes" : "no");

    /// <summary>A predictor, with its mark.</summary>
    /// <param name="contender">Its place in <see cref="HtmlPage.Contenders"/>.</param>
    public static PageCell Contender(int contender) => new ContenderCell(contender);

    /// <summary>An interval, drawn to the scale of its column.</summary>
    /// <param name="low">Its lower end.</param>
    /// <param name="value">What lies in it.</param>
    /// <param name="high">Its upper end.</param>
    public static PageCell Interval(double low, double value, double high) => new IntervalCell(low, value, high);

    /// <summary>Writes the cell as a value.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="column">Its column.</param>
    internal abstract void Write(Utf8JsonWriter json, PageColumn column);

    private sealed record TextCell(string Value) : PageCell
    {
        internal override void Write(Utf8JsonWriter json, PageColumn column) => json.WriteStringValue(PlainText.Of(Value));
    }

    private sealed record NumberCell(double? Value) : PageCell
    {
        internal override void Write(Utf8JsonWriter json, PageColumn column) => json.WriteRounded(Value, Math.Max(0, column.Decimals) + SpareDecimals);
    }

    private sealed record ContenderCell(int Place) : PageCell
    {
        internal override void Write(Utf8JsonWriter json, PageColumn column)
        {
            json.WriteStartObject();
            json.WriteNumber("contender", Place);
            json.WriteEndObject();
        }
    }

    private sealed record IntervalCell(double Low, double Value, double High) : PageCell
    {
        internal override void Write(Utf8JsonWriter json, PageColumn column)
        {
            json.WriteStartArray();
            json.WriteRounded(Low);
            json.WriteRounded(Value);
            json.WriteRounded(High);
            json.WriteEndArray();
        }
    }
}
