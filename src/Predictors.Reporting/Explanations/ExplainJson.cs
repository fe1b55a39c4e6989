using System.Text.Json;
using Predictors.Abstractions;
using Predictors.Ranking;

namespace Predictors.Reporting;

internal static class ExplainJson
{
    public static void Write(Utf8JsonWriter json, ExplainReport report)
    {
        Explanation explanation = report.Explanation;
        double rate = explanation.Options.ExchangeRate;
        bool compares = report.Scores.Count > 1;
        RunJson.WriteTraces(json, [report.Scores[0].Trace]);
        RunJson.WriteSettings(json, report.Settings, rate);
        RunJson.WriteResults(json, report.Scores);
        json.WriteStartArray("groups");
        foreach ((string grouping, _, IReadOnlyList<PeriodGroup<string>> groups) in ExplainGroups.Of(explanation))
        {
            foreach (PeriodGroup<string> group in groups)
            {
                WriteGroup(json, grouping, group, rate, compares);
            }
        }

        json.WriteEndArray();
        WritePeriods(json, "costliest", explanation.Costliest, rate);
        if (compares)
        {
            WritePeriods(json, "firstCostsMore", explanation.FirstCostsMore, rate);
            WritePeriods(json, "secondCostsMore", explanation.SecondCostsMore, rate);
        }

        WriteWeights(json, report.Weights);
        json.WriteStrings("notes", report.Notes);
    }

    private static void WriteGroup(Utf8JsonWriter json, string grouping, PeriodGroup<string> group, double rate, bool compares)
    {
        json.WriteStartObject();
        json.WriteString("grouping", grouping);
        json.WriteString("group", group.Key);
        json.WriteNumber("periods", group.Sums.Periods);
        json.WriteWholeNs("costNs", group.Sums.First.CostNs(rate));
        json.WriteNumber("wasteNs", group.Sums.First.WasteNs);
        json.WriteNumber("latencyNs", group.Sums.First.LatencyNs);
        json.WriteWholeNs("clairvoyantCostNs", group.Sums.ClairvoyantNs);
        if (compares)
        {
            json.WriteWholeNs("otherCostNs", group.Sums.Second.CostNs(rate));
            json.WriteNumber("otherWasteNs", group.Sums.Second.WasteNs);
            json.WriteNumber("otherLatencyNs", group.Sums.Second.LatencyNs);
        }

        json.WriteEndObject();
    }

    private static void WritePeriods(Utf8JsonWriter json, string name, IReadOnlyList<ExplainedPeriod> periods, double rate)
    {
        json.WriteStartArray(name);
        foreach (ExplainedPeriod period in periods)
        {
            json.WriteStartObject();
            json.WriteNumber("vcpu", period.Vcpu);
            json.WriteNumber("period", period.Number);
            json.WriteNumber("entryNs", period.EntryNs);
            json.WriteNumber("idleNs", period.IdleNs);
            json.WriteString("cause", KebabText.Of(period.Cause));
            WriteSide(json, "first", period.First, rate);
            if (period.Second is { } second)
            {
                WriteSide(json, "second", second, rate);
            }

            json.WriteWholeNs("clairvoyantCostNs", period.ClairvoyantNs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSide(Utf8JsonWriter json, string name, PeriodSide side, double rate)
    {
        json.WriteStartObject(name);
        json.WriteNumber("windowNs", side.WindowNs);
        json.WriteString("outcome", KebabText.Of(side.Outcome));
        json.WriteWholeNs("costNs", side.Cost.CostNs(rate));
        json.WriteNumber("wasteNs", side.Cost.WasteNs);
        json.WriteNumber("latencyNs", side.Cost.LatencyNs);
        json.WriteEndObject();
    }

    private static void WriteWeights(Utf8JsonWriter json, IReadOnlyList<KeyValuePair<string, IReadOnlyList<FeatureWeight>>> all)
    {
        json.WriteStartArray("features");
        foreach ((string spec, IReadOnlyList<FeatureWeight> weights) in all)
        {
            foreach (FeatureWeight weight in weights)
            {
                json.WriteStartObject();
                json.WriteString("predictor", spec);
                json.WriteString("feature", weight.Feature);
                json.WriteDefined("share", weight.Share);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }
}
