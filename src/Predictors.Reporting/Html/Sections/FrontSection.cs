using System.Text.Json;
using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>CPU waste versus wake-up latency, with the clairvoyant front.</summary>
/// <param name="Id">See <see cref="HtmlSection.Id"/>.</param>
/// <param name="Title">See <see cref="HtmlSection.Title"/>.</param>
public sealed record FrontSection(string Id, string Title) : ScopedSection<FrontPicture>(Id, Title)
{
    /// <summary>Sweeps: predictors that differ in one parameter, in its order, drawn as curves; by their places in <see cref="HtmlPage.Contenders"/>.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Sweeps { get; init; } = [];

    /// <inheritdoc/>
    internal override string Kind => "front";

    /// <inheritdoc/>
    private protected override void WriteCommon(Utf8JsonWriter json)
    {
        json.WriteStartArray("sweeps");
        foreach (IReadOnlyList<int> sweep in Sweeps)
        {
            json.WriteStartArray();
            foreach (int contender in sweep)
            {
                json.WriteNumberValue(contender);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    /// <inheritdoc/>
    private protected override void WriteScope(Utf8JsonWriter json, FrontPicture scope)
    {
        json.WriteStartObject();
        json.WriteStartArray("points");
        foreach (FrontContender point in scope.Points)
        {
            json.WriteStartArray();
            json.WriteNumberValue(point.Contender);
            json.WriteRounded(point.WastePercent);
            json.WriteRounded(point.LatencyNs);
            json.WriteBooleanValue(point.OnFront);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("clairvoyant");
        foreach (FrontPoint point in scope.Clairvoyant)
        {
            json.WriteStartArray();
            json.WriteRounded(point.Waste);
            json.WriteRounded(point.Latency);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
