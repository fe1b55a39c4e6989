using System.Text.Json;
using Predictors.IdlePath;
using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>What only a closed loop has to tell; in open loop nothing of it is written.</summary>
internal static class ClosedLoopJson
{
    /// <summary>Writes what the wake-ups of a trace hang on.</summary>
    public static void WriteDependencies(Utf8JsonWriter json, DependencyCounts? dependencies)
    {
        if (dependencies is null)
        {
            return;
        }

        json.WriteStartObject("dependencies");
        json.WriteNumber("vcpu", dependencies.Vcpu);
        json.WriteNumber("relativeTimer", dependencies.RelativeTimer);
        json.WriteNumber("absoluteTimer", dependencies.AbsoluteTimer);
        json.WriteNumber("tick", dependencies.Tick);
        json.WriteNumber("outside", dependencies.Outside);
        json.WriteNumber("unknown", dependencies.Unknown);
        json.WriteNumber("notBackward", dependencies.NotBackward);
        json.WriteNumber("notInWork", dependencies.NotInWork);
        json.WriteNumber("unfitOverheadNs", dependencies.UnfitOverheadNs);
        json.WriteEndObject();
    }

    /// <summary>Writes what a score's cost is held against: the bound, or the best contender's cost where no bound is known.</summary>
    public static void WriteReference(Utf8JsonWriter json, Score score)
    {
        if (score.AgainstBound)
        {
            json.WriteWholeNs("clairvoyantCostNs", score.ClairvoyantCostNs);
        }
        else
        {
            json.WriteNull("clairvoyantCostNs");
            json.WriteWholeNs("bestCostNs", score.ClairvoyantCostNs);
            json.WriteDefined("costRatio", score.CostRatio);
        }
    }

    /// <summary>Writes elapsed time and throughput.</summary>
    public static void Write(Utf8JsonWriter json, ReplayResult result)
    {
        if (result.ClosedLoop is not { } loop)
        {
            return;
        }

        json.WriteStartObject("closedLoop");
        json.WriteNumber("elapsedNs", loop.ElapsedNs);
        json.WriteNumber("recordedElapsedNs", loop.RecordedElapsedNs);
        json.WriteNumber("elapsedWithoutLatencyNs", loop.ElapsedWithoutLatencyNs);
        json.WriteNumber("fixedWaitNs", loop.FixedWaitNs);
        json.WriteNumber("wakeUpNs", result.Accounts.WakeUpNs);
        json.WriteNumber("wakerIpiOnTimeLineNs", result.Accounts.WakerIpiOnTimeLineNs);
        json.WriteNumber("wakeUps", loop.WakeUps);
        json.WriteNumber("wakeUpsPerSecond", loop.WakeUpsPerSecond);
        json.WriteNumber("busyPerSecond", loop.BusyPerSecond);
        json.WriteNumber("wakeUpsAtWork", loop.AtWork);
        json.WriteNumber("waitedAtWorkNs", loop.AtWorkWaitNs);
        json.WriteNumber("roundTripsPerSecond", loop.RoundTripsPerSecond);
        json.WriteNumber("recordedRoundTripsPerSecond", loop.RecordedRoundTripsPerSecond);
        RunJson.WriteLatency(json, "roundTrips", loop.RoundTrips);
        RunJson.WriteLatency(json, "recordedRoundTrips", loop.RecordedRoundTrips);
        json.WriteEndObject();
    }
}
