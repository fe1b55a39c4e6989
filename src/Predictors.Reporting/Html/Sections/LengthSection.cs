using System.Text.Json;

namespace Predictors.Reporting;

/// <summary>How long idle periods are, with the poll windows laid over them.</summary>
/// <param name="Id">See <see cref="HtmlSection.Id"/>.</param>
/// <param name="Title">See <see cref="HtmlSection.Title"/>.</param>
public sealed record LengthSection(string Id, string Title) : ScopedSection<LengthPicture>(Id, Title)
{
    /// <inheritdoc/>
    internal override string Kind => "lengths";

    /// <inheritdoc/>
    private protected override void WriteCommon(Utf8JsonWriter json)
    {
    }

    /// <inheritdoc/>
    private protected override void WriteScope(Utf8JsonWriter json, LengthPicture scope)
    {
        json.WriteStartObject();
        json.WriteStartArray("fromNs");
        foreach (long ns in scope.FromNs)
        {
            json.WriteNumberValue(ns);
        }

        json.WriteEndArray();
        json.WriteStartArray("most");
        json.WriteNumberValue(scope.Most.First);
        json.WriteNumberValue(scope.Most.Last);
        json.WriteEndArray();
        WriteShares(json, "idle", scope.Idle);
        json.WriteStartArray("windows");
        foreach (WindowShares windows in scope.Windows)
        {
            json.WriteStartObject();
            json.WriteNumber("contender", windows.Contender);
            json.WritePropertyName("none");
            json.WriteRounded(windows.None);
            WriteShares(json, "shares", windows.Shares);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteShares(Utf8JsonWriter json, string name, IEnumerable<double> shares)
    {
        json.WriteStartArray(name);
        foreach (double share in shares)
        {
            json.WriteRounded(share);
        }

        json.WriteEndArray();
    }
}
