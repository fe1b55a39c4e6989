using System.Text.Json;

namespace Predictors.Reporting;

/// <summary>Where the CPU time went: a bar for each predictor, with a part for each account.</summary>
/// <param name="Id">See <see cref="HtmlSection.Id"/>.</param>
/// <param name="Title">See <see cref="HtmlSection.Title"/>.</param>
public sealed record AccountSection(string Id, string Title) : ScopedSection<IReadOnlyList<AccountBar>>(Id, Title)
{
    /// <inheritdoc/>
    internal override string Kind => "accounts";

    /// <inheritdoc/>
    private protected override void WriteCommon(Utf8JsonWriter json)
    {
        json.WriteStartArray("accounts");
        foreach (Account account in Account.All)
        {
            json.WriteStartObject();
            json.WriteString("name", account.Name);
            json.WriteString("family", account.Family);
            json.WriteBoolean("waste", Account.Waste.Contains(account));
            json.WriteBoolean("timeLine", Account.TimeLine.Contains(account));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <inheritdoc/>
    private protected override void WriteScope(Utf8JsonWriter json, IReadOnlyList<AccountBar> scope)
    {
        json.WriteStartArray();
        foreach (AccountBar bar in scope)
        {
            json.WriteStartArray();
            json.WriteNumberValue(bar.Contender);
            foreach (double percent in bar.Percents)
            {
                json.WriteRounded(percent);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
