using System.Text.Json;

namespace Predictors.Reporting;

/// <summary>A bar for each predictor, made up of parts.</summary>
/// <param name="Id">See <see cref="HtmlSection.Id"/>.</param>
/// <param name="Title">See <see cref="HtmlSection.Title"/>.</param>
public sealed record StackSection(string Id, string Title) : ScopedSection<IReadOnlyList<StackBar>>(Id, Title)
{
    /// <summary>The parts, from the left.</summary>
    public required IReadOnlyList<StackPart> Parts { get; init; }

    /// <summary>Which parts are shown together; the first at first.</summary>
    public required IReadOnlyList<StackView> Views { get; init; }

    /// <inheritdoc/>
    internal override string Kind => "stacks";

    /// <inheritdoc/>
    private protected override void WriteCommon(Utf8JsonWriter json)
    {
        json.WriteStartArray("parts");
        foreach (StackPart part in Parts)
        {
            json.WriteStartObject();
            json.WriteString("name", part.Name);
            json.WriteString("family", part.Family);
            json.WriteStartArray("views");
            foreach (int view in part.Views)
            {
                json.WriteNumberValue(view);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("views");
        foreach (StackView view in Views)
        {
            json.WriteStartObject();
            json.WriteString("name", view.Name);
            json.WriteString("axis", view.Axis);
            json.WriteString("unit", view.Unit);
            if (view.Whole is { } whole)
            {
                json.WriteNumber("whole", whole);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <inheritdoc/>
    private protected override void WriteScope(Utf8JsonWriter json, IReadOnlyList<StackBar> scope)
    {
        json.WriteStartArray();
        foreach (StackBar bar in scope)
        {
            json.WriteStartArray();
            json.WriteNumberValue(bar.Contender);
            foreach (double amount in bar.Amounts)
            {
                json.WriteRounded(amount);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
