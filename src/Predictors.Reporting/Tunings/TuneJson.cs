using System.Text.Json;
using Predictors.Ranking;

namespace Predictors.Reporting;

internal static class TuneJson
{
    public static void Write(Utf8JsonWriter json, TuneReport report)
    {
        TuningResult result = report.Result;
        RunJson.WriteTraces(json, result.Traces);
        RunJson.WriteSettings(json, report.Settings, result.Options.ExchangeRate);
        json.WriteNumber("seed", result.Options.Seed);
        json.WriteNumber("replicates", result.Options.Replicates);
        json.WriteDefined("maxWastePercent", result.Bounds.MaxWastePercent);
        json.WriteOptional("maxP99Ns", result.Bounds.MaxP99Ns);
        json.WriteString("verdict", KebabText.Of(result.Verdict));
        json.WriteString("sentence", result.Sentence);
        json.WriteNumber("tried", result.Tried);
        WriteSetting(json, "default", result.Default);
        WriteSetting(json, "recommended", result.Recommended);
        WriteGain(json, "heldOut", result.HeldOut);
        WriteGain(json, "heldOutInTime", result.HeldOutInTime);
        json.WriteStartArray("figures");
        foreach (SettingFigures figures in result.Figures)
        {
            WriteFigures(json, figures);
        }

        json.WriteEndArray();
        WriteNeighbours(json, result);
        WriteApply(json, result);
        json.WriteStrings("warnings", result.Warnings);
        json.WriteStrings("notes", result.Notes.Concat(report.Notes));
    }

    private static void WriteSetting(Utf8JsonWriter json, string name, Contender setting)
    {
        json.WriteStartObject(name);
        json.WriteContender(setting);
        json.WriteEndObject();
    }

    private static void WriteGain(Utf8JsonWriter json, string name, Gain? gain)
    {
        if (gain is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteDefined("savedPercent", gain.Percent);
        json.WriteDefined("lowPercent", gain.LowPercent);
        json.WriteDefined("highPercent", gain.HighPercent);
        json.WriteNumber("blocks", gain.Blocks);
        json.WriteEndObject();
    }

    private static void WriteFigures(Utf8JsonWriter json, SettingFigures figures)
    {
        json.WriteStartObject();
        json.WriteContender(figures.Setting);
        json.WriteString("part", figures.Part);
        json.WriteDefined("costRatio", figures.CostRatio);
        json.WriteDefined("wastePercent", figures.WastePercent);
        json.WriteWholeNs("latencyMeanNs", figures.Latency.MeanNs);
        json.WriteNumber("latencyP50Ns", figures.Latency.PercentileNs(0.5));
        json.WriteNumber("latencyP99Ns", figures.Latency.PercentileNs(0.99));
        json.WriteDefined("caughtPercent", figures.CaughtPercent);
        json.WriteEndObject();
    }

    private static void WriteNeighbours(Utf8JsonWriter json, TuningResult result)
    {
        json.WriteStartArray("neighbours");
        foreach (Neighbour neighbour in result.Neighbours)
        {
            json.WriteStartObject();
            json.WriteString("parameter", neighbour.Parameter);
            json.WriteString("value", neighbour.Value);
            json.WriteDefined("costAbovePercent", neighbour.CostPercent);
            json.WriteDefined("wastePercent", neighbour.WastePercent);
            json.WriteBoolean("keepsToBounds", neighbour.KeepsToBounds);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("withinOnePercent");
        foreach (FlatRange range in result.Ranges)
        {
            json.WriteStartObject();
            json.WriteString("parameter", range.Parameter);
            json.WriteString("low", range.Low);
            json.WriteString("high", range.High);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteApply(Utf8JsonWriter json, TuningResult result)
    {
        json.WriteStartArray("apply");
        if (result is { AppliedBy: { } module, Verdict: not TuningVerdict.NothingKeepsToTheBounds })
        {
            foreach ((string way, IReadOnlyList<string> lines) in AppliedLines.Of(module, result.Values))
            {
                json.WriteStartObject();
                json.WriteString("way", way);
                json.WriteStrings("lines", lines);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }
}
