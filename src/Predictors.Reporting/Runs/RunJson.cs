using System.Text.Json;
using Predictors.IdlePath;
using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>What <c>rank</c> and <c>replay</c> write alike: settings, traces and results.</summary>
internal static class RunJson
{
    public static void WriteTraces(Utf8JsonWriter json, IEnumerable<TraceSummary> traces)
    {
        json.WriteStartArray("traces");
        foreach (TraceSummary trace in traces)
        {
            json.WriteStartObject();
            json.WriteString("name", trace.Name);
            json.WriteString("sha256", trace.Sha256);
            json.WriteNumber("vcpus", trace.Vcpus);
            json.WriteNumber("spanNs", trace.SpanNs);
            json.WriteNumber("idlePeriods", trace.IdlePeriods);
            json.WriteOptional("scoredFromNs", trace.ScoredFromNs);
            json.WriteString("scoredFromReason", trace.ScoredFromReason);
            json.WriteStartObject("arrivals");
            json.WriteNumber("measured", trace.Arrivals.Measured);
            json.WriteNumber("estimated", trace.Arrivals.Estimated);
            json.WriteNumber("unknown", trace.Arrivals.Unknown);
            json.WriteEndObject();
            ClosedLoopJson.WriteDependencies(json, trace.Dependencies);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteSettings(Utf8JsonWriter json, RunSettings settings, double exchangeRate)
    {
        json.WriteString("profile", settings.Profile);
        json.WriteString("timer", settings.Timer);
        json.WriteString("hostPoll", settings.HostPoll);
        WriteSetup(json, settings.Setup);
        json.WriteString("loop", settings.Loop);
        if (settings.RecordedOn is not null)
        {
            json.WriteString("recordedOn", settings.RecordedOn);
            json.WriteString("timers", settings.Timers.ToString()!.ToLowerInvariant());
        }

        json.WriteNumber("exchangeRate", exchangeRate);
    }

    private static void WriteSetup(Utf8JsonWriter json, MachineSetup setup)
    {
        (string Name, string Value)[] chosen = [.. SetupText.Of(setup)];
        if (chosen.Length > 0)
        {
            json.WriteStartObject("machine");
            foreach ((string name, string value) in chosen)
            {
                json.WriteString(CamelCase(name), value);
            }

            json.WriteEndObject();
        }
    }

    private static string CamelCase(string kebab) =>
        string.Concat(kebab.Split('-').Select((word, i) => i == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));

    public static void WriteResults(Utf8JsonWriter json, IEnumerable<Score> scores)
    {
        json.WriteStartArray("results");
        foreach (Score score in scores)
        {
            json.WriteStartObject();
            WriteResult(json, score);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteResult(Utf8JsonWriter json, Score score)
    {
        ReplayResult result = score.Result;
        IdleAccounts accounts = result.Accounts;
        json.WriteContender(score.Contender);
        json.WriteString("trace", score.Trace.Name);
        json.WriteString("traceSha256", score.Trace.Sha256);
        json.WriteNumber("idlePeriods", result.IdlePeriods);
        json.WriteNumber("caught", result.Caught);
        json.WriteNumber("abandoned", result.Abandoned);
        json.WriteNumber("halts", result.Halts);
        json.WriteNumber("hostCaught", result.HostCaught);
        json.WriteNumber("ipisSent", result.IpisSent);
        json.WriteNumber("ipisSpared", result.IpisSpared);
        json.WriteNumber("guestPollNs", accounts.GuestPollNs);
        json.WriteNumber("guestPollFailedNs", accounts.GuestPollFailedNs);
        json.WriteNumber("hostPollNs", accounts.HostPollNs);
        json.WriteNumber("overheadNs", accounts.OverheadNs);
        json.WriteNumber("wasteNs", accounts.WasteNs);
        json.WriteDefined("wastePercent", score.WastePercent);
        WriteExits(json, result.Exits);
        WriteLatency(json, "latency", result.Latency);
        json.WriteWholeNs("costNs", score.CostNs);
        ClosedLoopJson.WriteReference(json, score);
        json.WriteDefined("regret", score.Regret);
        json.WriteBoolean("trainedHere", result.TrainedHere);
        WriteAccounts(json, accounts);
        json.WriteNumber("timerWrites", result.TimerWrites);
        json.WriteNumber("timerExpiries", result.TimerExpiries);
        if (result.TimerLateness is { } lateness)
        {
            json.WriteNumber("busyTimerWrites", result.BusyTimerWrites);
            json.WriteNumber("busyTimerWriteExits", result.BusyTimerWriteExits);
            WriteLatency(json, "timerLateness", lateness);
        }
        ClosedLoopJson.Write(json, result);
    }

    private static void WriteExits(Utf8JsonWriter json, ExitCounts exits)
    {
        json.WriteStartObject("exits");
        json.WriteNumber("hlt", exits.Hlt);
        json.WriteNumber("timerWrite", exits.TimerWrite);
        json.WriteNumber("ipi", exits.Ipi);
        json.WriteNumber("timerExpiry", exits.TimerExpiry);
        json.WriteNumber("pauseLoop", exits.PauseLoop);
        json.WriteNumber("total", exits.Total);
        json.WriteEndObject();
    }

    public static void WriteLatency(Utf8JsonWriter json, string name, LatencyHistogram latency)
    {
        json.WriteStartObject(name);
        json.WriteNumber("count", latency.Count);
        json.WriteWholeNs("meanNs", latency.MeanNs);
        json.WriteNumber("p50Ns", latency.PercentileNs(0.5));
        json.WriteNumber("p90Ns", latency.PercentileNs(0.9));
        json.WriteNumber("p99Ns", latency.PercentileNs(0.99));
        json.WriteNumber("p999Ns", latency.PercentileNs(0.999));
        json.WriteNumber("maxNs", latency.MaxNs);
        json.WriteNumber("totalNs", latency.TotalNs);
        json.WriteEndObject();
    }

    private static void WriteAccounts(Utf8JsonWriter json, IdleAccounts accounts)
    {
        json.WriteStartObject("accounts");
        json.WriteNumber("busyNs", accounts.BusyNs);
        json.WriteNumber("guestPollCaughtNs", accounts.GuestPollCaughtNs);
        json.WriteNumber("guestPollFailedNs", accounts.GuestPollFailedNs);
        json.WriteNumber("transitionNs", accounts.TransitionNs);
        json.WriteNumber("hostPollCaughtNs", accounts.HostPollCaughtNs);
        json.WriteNumber("hostPollFailedNs", accounts.HostPollFailedNs);
        json.WriteNumber("blockedNs", accounts.BlockedNs);
        json.WriteNumber("recordedWakeUpNs", accounts.RecordedWakeUpNs);
        json.WriteNumber("uncoveredNs", accounts.UncoveredNs);
        json.WriteNumber("timeLineNs", accounts.TimeLineNs);
        json.WriteNumber("wakeUpOverheadNs", accounts.WakeUpOverheadNs);
        json.WriteNumber("wakerIpiNs", accounts.WakerIpiNs);
        json.WriteNumber("housekeepingNs", accounts.HousekeepingNs);
        json.WriteNumber("siblingNs", accounts.SiblingNs);
        json.WriteNumber("agentNs", accounts.AgentNs);
        json.WriteEndObject();
    }
}
