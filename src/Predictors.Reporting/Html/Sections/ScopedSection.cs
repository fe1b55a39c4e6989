using System.Text.Json;

namespace Predictors.Reporting;

/// <summary>A section that shows one of several sets of data, chosen at the top of the page: all traces together, or one of them.</summary>
/// <typeparam name="T">A set of data.</typeparam>
/// <param name="Id">See <see cref="HtmlSection.Id"/>.</param>
/// <param name="Title">See <see cref="HtmlSection.Title"/>.</param>
public abstract record ScopedSection<T>(string Id, string Title) : HtmlSection(Id, Title)
{
    /// <summary>The data, one set for each of <see cref="HtmlPage.Scopes"/>; null where there is none.</summary>
    public required IReadOnlyList<T?> Scopes { get; init; }

    /// <inheritdoc/>
    internal sealed override void WriteMembers(Utf8JsonWriter json)
    {
        WriteCommon(json);
        json.WriteStartArray("scopes");
        foreach (T? scope in Scopes)
        {
            if (scope is null)
            {
                json.WriteNullValue();
            }
            else
            {
                WriteScope(json, scope);
            }
        }

        json.WriteEndArray();
    }

    /// <summary>Writes what all sets have in common, as members of the section's object.</summary>
    /// <param name="json">Where to.</param>
    private protected abstract void WriteCommon(Utf8JsonWriter json);

    /// <summary>Writes one set as a value.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="scope">The set.</param>
    private protected abstract void WriteScope(Utf8JsonWriter json, T scope);
}
