using System.Text.Json;

namespace Predictors.Reporting;

/// <summary>A section of a page.</summary>
/// <param name="Id">Its name in links: letters and hyphens, one of a kind on the page.</param>
/// <param name="Title">Its heading.</param>
public abstract record HtmlSection(string Id, string Title)
{
    /// <summary>What one sees and how to read it, in sentences; what was left out or thinned is said here.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>Which part of the page's script draws it.</summary>
    internal abstract string Kind { get; }

    /// <summary>Writes what that part needs, as members of the section's object.</summary>
    /// <param name="json">Where to.</param>
    internal abstract void WriteMembers(Utf8JsonWriter json);
}
