using System.Text.Json;

namespace Predictors.Reporting;

/// <summary>The distributions of wake-up latency.</summary>
/// <param name="Id">See <see cref="HtmlSection.Id"/>.</param>
/// <param name="Title">See <see cref="HtmlSection.Title"/>.</param>
public sealed record LatencySection(string Id, string Title) : ScopedSection<IReadOnlyList<LatencyCurve>>(Id, Title)
{
    /// <inheritdoc/>
    internal override string Kind => "latency";

    /// <inheritdoc/>
    private protected override void WriteCommon(Utf8JsonWriter json)
    {
    }

    /// <inheritdoc/>
    private protected override void WriteScope(Utf8JsonWriter json, IReadOnlyList<LatencyCurve> scope)
    {
        json.WriteStartArray();
        foreach (LatencyCurve curve in scope)
        {
            json.WriteStartObject();
            json.WriteNumber("contender", curve.Contender);
            json.WriteStartArray("ns");
            foreach ((long ns, _) in curve.Points)
            {
                json.WriteNumberValue(ns);
            }

            json.WriteEndArray();
            json.WriteStartArray("above");
            foreach ((_, double above) in curve.Points)
            {
                json.WriteRounded(above);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
