using System.Text.Json;
using Predictors.IdlePath;
using Predictors.Ranking;

namespace Predictors.Reporting;

internal static class StepJson
{
    public static void Write(Utf8JsonWriter json, StepReport report)
    {
        SteppedWalk walk = report.Walk;
        json.WriteString("trace", walk.Trace);
        json.WriteString("traceSha256", walk.TraceSha256);
        json.WriteNumber("firstNs", walk.FirstNs);
        json.WriteNumber("vcpu", walk.Vcpu);
        json.WriteContender(walk.Contender);
        RunJson.WriteSettings(json, walk.Settings, walk.ExchangeRate);
        json.WriteStartArray("decisions");
        foreach (SteppedDecision decision in report.Decisions)
        {
            json.WriteStartObject();
            WriteDecision(json, decision, walk.ExchangeRate);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStrings("notes", walk.Notes);
    }

    private static void WriteDecision(Utf8JsonWriter json, SteppedDecision decision, double rate)
    {
        ReplayedPeriod period = decision.Period;
        json.WriteNumber("decision", decision.Number);
        json.WriteNumber("entryNs", period.Entry.NowNs);
        json.WriteOptional("busyNs", Known(period.Entry.BusyNs));
        json.WriteOptional("nextTimerNs", Known(period.Entry.NextTimerNs));
        json.WriteNumber("windowNs", period.WindowNs);
        json.WriteNumber("arrivalNs", period.ArrivalNs);
        json.WriteString("cause", KebabText.Of(period.Exit.Cause));
        json.WriteString("outcome", KebabText.Of(period.Outcome));
        json.WriteNumber("polledNs", period.Exit.PolledNs);
        json.WriteNumber("haltNs", period.Exit.HaltNs);
        json.WriteNumber("hostPollNs", period.Accounts.HostPollCaughtNs + period.Accounts.HostPollFailedNs);
        json.WriteNumber("blockedNs", period.Accounts.BlockedNs);
        json.WriteNumber("wasteNs", period.Cost.WasteNs);
        json.WriteNumber("latencyNs", period.Cost.LatencyNs);
        json.WriteWholeNs("costNs", period.Cost.CostNs(rate));
        json.WriteWholeNs("haltedAtOnceCostNs", decision.HaltedAtOnce.CostNs(rate));
        json.WriteWholeNs("polledThroughCostNs", decision.PolledThrough.CostNs(rate));
        json.WriteNumber("bestWindowNs", decision.BestWindowNs(rate));
        json.WriteWholeNs("clairvoyantCostNs", decision.ClairvoyantNs);
    }

    private static long? Known(long ns) => ns < 0 ? null : ns;
}
