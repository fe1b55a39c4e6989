using System.Text.Json;
using Predictors.Ranking;

namespace Predictors.Reporting;

internal static class RankJson
{
    public static void Write(Utf8JsonWriter json, RankReport report)
    {
        Leaderboard board = report.Leaderboard;
        RunJson.WriteTraces(json, board.Traces);
        RunJson.WriteSettings(json, report.Settings, board.Options.ExchangeRate);
        json.WriteNumber("seed", board.Options.Seed);
        json.WriteNumber("replicates", board.Options.Replicates);
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
        json.WriteStrings("notes", board.Notes.Concat(report.Notes));
    }

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
