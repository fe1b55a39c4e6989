using System.Globalization;
using System.Text.Json;
using Predictors.Abstractions;
using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>Fields that several reports write alike.</summary>
internal static class JsonFields
{
    public const int Schema = 1;

    /// <summary>A time that is computed as a floating-point number, rounded to whole ns.</summary>
    public static void WriteWholeNs(this Utf8JsonWriter json, string name, double ns)
    {
        json.WritePropertyName(name);
        if (double.IsFinite(ns))
        {
            // Written out: beyond 1E+15 the writer would fall back to an exponent.
            json.WriteRawValue(Math.Round(ns).ToString("F0", CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteNullValue();
        }
    }

    /// <summary>A number with six significant digits, which is more than an eye can tell; null where it is not defined.</summary>
    public static void WriteRounded(this Utf8JsonWriter json, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteRawValue(double.Parse(number.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteNullValue();
        }
    }

    /// <summary>A number with some decimals and all of its digits before the point; null where it is not defined.</summary>
    public static void WriteRounded(this Utf8JsonWriter json, double? value, int decimals)
    {
        if (value is { } number && double.IsFinite(number))
        {
            // No negative zero.
            json.WriteNumberValue(Math.Round(number, decimals) + 0.0);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    /// <summary>A ratio or percentage; null where it is not defined.</summary>
    public static void WriteDefined(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    public static void WriteOptional(this Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    public static void WriteStrings(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary>The fields <c>predictor</c> and <c>parameters</c>.</summary>
    public static void WriteContender(this Utf8JsonWriter json, Contender contender)
    {
        json.WriteString("predictor", contender.Predictor);
        json.WriteStartObject("parameters");
        foreach ((string key, string value) in contender.Parameters)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }

    /// <summary>The field <c>parameters</c> of what declares them.</summary>
    public static void WriteParameters(this Utf8JsonWriter json, IEnumerable<Parameter> parameters)
    {
        json.WriteStartArray("parameters");
        foreach (Parameter parameter in parameters)
        {
            json.WriteStartObject();
            json.WriteString("name", parameter.Name);
            json.WriteString("type", parameter.TypeName);
            json.WriteString("default", parameter.DefaultText);
            json.WriteString("range", parameter.RangeText);
            json.WriteString("text", parameter.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
