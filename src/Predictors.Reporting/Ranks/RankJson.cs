using System.Text.Json;
using Predictors.Ranking;

namespace Predictors.Reporting;

internal static class RankJson
{
    public static void Write(Utf8JsonWriter json, RankReport report)
    {
        Leaderboard board = report.Leaderboard;
        RunJson.WriteTraces(json, board.Traces);
        WriteSettings(json, report);
        RunJson.WriteResults(json, board.Scores);
        json.WriteStartArray("ranking");
        foreach (Standing standing in board.Standings)
        {
            WriteStanding(json, standing);
        }

        json.WriteEndArray();
        json.WriteStartArray("leftOut");
        foreach ((Contender contender, string reason) in board.LeftOut)
        {
            json.WriteStartObject();
            json.WriteContender(contender);
            json.WriteString("reason", reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteNotes(json, report);
    }

    /// <summary>What the ranking was made with, without traces and results.</summary>
    public static void WriteDescription(Utf8JsonWriter json, RankReport report)
    {
        WriteSettings(json, report);
        WriteNotes(json, report);
    }

    private static void WriteSettings(Utf8JsonWriter json, RankReport report)
    {
        LeaderboardOptions options = report.Leaderboard.Options;
        RunJson.WriteSettings(json, report.Settings, options.ExchangeRate);
        json.WriteNumber("seed", options.Seed);
        json.WriteNumber("replicates", options.Replicates);
    }

    private static void WriteNotes(Utf8JsonWriter json, RankReport report) =>
        json.WriteStrings("notes", report.Leaderboard.Notes.Concat(report.Notes));

    private static void WriteStanding(Utf8JsonWriter json, Standing standing)
    {
        json.WriteStartObject();
        json.WriteNumber("rank", standing.Rank);
        json.WriteContender(standing.Contender);
        json.WriteDefined("costRatio", standing.CostRatio);
        json.WriteDefined("low", standing.Low);
        json.WriteDefined("high", standing.High);
        json.WriteBoolean("pareto", standing.Pareto);
        json.WriteDefined("regret", standing.Regret);
        json.WriteDefined("wastePercent", standing.WastePercent);
        json.WriteWholeNs("latencyMeanNs", standing.MeanLatencyNs);
        json.WriteNumber("latencyP50Ns", standing.LatencyP50Ns);
        json.WriteNumber("latencyP99Ns", standing.LatencyP99Ns);
        json.WriteDefined("caughtPercent", standing.CaughtPercent);
        json.WriteEndObject();
    }
}
