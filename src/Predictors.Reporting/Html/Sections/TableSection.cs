using System.Text.Json;

namespace Predictors.Reporting;

/// <summary>A table that can be sorted by each of its columns.</summary>
/// <param name="Id">See <see cref="HtmlSection.Id"/>.</param>
/// <param name="Title">See <see cref="HtmlSection.Title"/>.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows, with a cell for each column, in the order in which they are first shown.</param>
public sealed record TableSection(string Id, string Title, IReadOnlyList<PageColumn> Columns, IReadOnlyList<IReadOnlyList<PageCell>> Rows)
    : HtmlSection(Id, Title)
{
    /// <summary>Whether it is folded up until the reader asks for it.</summary>
    public bool Folded { get; init; }

    /// <summary>How many of the first rows stand out.</summary>
    public int Best { get; init; }

    /// <inheritdoc/>
    internal override string Kind => "table";

    /// <inheritdoc/>
    internal override void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteBoolean("folded", Folded);
        json.WriteNumber("best", Best);
        json.WriteStartArray("columns");
        foreach (PageColumn column in Columns)
        {
            json.WriteStartObject();
            json.WriteString("header", column.Header);
            json.WriteString("unit", column.Unit);
            json.WriteNumber("decimals", column.Decimals);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (IReadOnlyList<PageCell> row in Rows)
        {
            json.WriteStartArray();
            for (int i = 0; i < row.Count; i++)
            {
                row[i].Write(json, Columns[i]);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
