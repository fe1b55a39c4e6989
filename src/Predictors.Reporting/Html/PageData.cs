using System.Text;
using System.Text.Json;
using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>The data of a page, as one block of JSON.</summary>
internal static class PageData
{
    /// <summary>The block: the encoder leaves nothing in it that a browser could take for markup.</summary>
    public static string Of(HtmlPage page, RunManifest? manifest)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("noun", page.ContenderNoun);
            WriteContenders(json, page.Contenders);
            json.WriteStrings("scopes", page.Scopes.Select(PlainText.Of));
            WriteSections(json, page.Sections);
            json.WriteStrings("notes", page.Notes.Select(PlainText.Of));
            WriteManifest(json, manifest);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteContenders(Utf8JsonWriter json, IReadOnlyList<Contender> contenders)
    {
        var labels = new ContenderLabels(contenders);
        var marks = new ContenderMarks(contenders);
        json.WriteStartArray("contenders");
        foreach (Contender contender in contenders)
        {
            json.WriteStartObject();
            json.WriteString("label", PlainText.Of(labels.Of(contender)));
            json.WriteString("predictor", contender.Predictor);
            json.WriteStrings("parameters", contender.Parameters.Select(p => PlainText.Of($"{p.Key} = {p.Value}")));
            json.WriteNumber("colour", marks.Colour(contender));
            json.WriteNumber("mark", marks.Mark(contender));
            json.WriteNumber("dash", marks.Dash(contender));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSections(Utf8JsonWriter json, IReadOnlyList<HtmlSection> sections)
    {
        json.WriteStartArray("sections");
        foreach (HtmlSection section in sections)
        {
            json.WriteStartObject();
            json.WriteString("kind", section.Kind);
            json.WriteString("id", section.Id);
            json.WriteString("title", section.Title);
            json.WriteString("text", section.Text);
            section.WriteMembers(json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteManifest(Utf8JsonWriter json, RunManifest? manifest)
    {
        json.WriteStartArray("manifest");
        foreach ((string name, string value) in manifest is null ? [] : ManifestLines.Of(manifest))
        {
            json.WriteStartArray();
            json.WriteStringValue(PlainText.Of(name));
            json.WriteStringValue(PlainText.Of(value));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
