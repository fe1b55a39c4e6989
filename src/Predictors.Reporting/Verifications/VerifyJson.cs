using System.Text.Json;
using Predictors.Abstractions;
using Predictors.IdlePath;

namespace Predictors.Reporting;

internal static class VerifyJson
{
    public static void Write(Utf8JsonWriter json, VerifyReport report)
    {
        VerificationResult result = report.Result;
        json.WriteString("trace", report.Trace);
        json.WriteContender(report.Contender);
        json.WriteBoolean("agrees", result.Agrees);
        json.WriteNumber("decisions", result.Decisions);
        json.WriteNumber("equal", result.Equal);
        json.WriteNumber("different", result.Different);
        json.WriteNumber("notCompared", result.NotCompared);
        json.WriteNumber("withoutDecision", result.WithoutDecision);
        json.WriteStartArray("first");
        foreach (DecisionDifference difference in result.First)
        {
            WriteDifference(json, report.PlaceUnit, difference);
        }

        json.WriteEndArray();
        json.WriteStrings("notes", result.Notes);
    }

    private static void WriteDifference(Utf8JsonWriter json, string placeUnit, DecisionDifference difference)
    {
        IdleExit exit = difference.Exit;
        json.WriteStartObject();
        json.WriteString("place", PlaceText.Of(placeUnit, difference.Place));
        json.WriteString("rule", PlaceText.Of(difference.DecisionPlace));
        json.WriteNumber("vcpu", difference.Vcpu);
        json.WriteNumber("timeNs", difference.TimeNs);
        json.WriteNumber("idleNs", exit.IdleNs);
        json.WriteNumber("polledNs", exit.PolledNs);
        json.WriteNumber("haltNs", exit.HaltNs);
        json.WriteBoolean("caught", exit.Caught);
        json.WriteOptional("recordedBeforeNs", Known(difference.RecordedBeforeNs));
        json.WriteOptional("predictedBeforeNs", Known(difference.PredictedBeforeNs));
        json.WriteOptional("recordedAfterNs", Known(difference.RecordedAfterNs));
        json.WriteOptional("predictedAfterNs", Known(difference.PredictedAfterNs));
        json.WriteEndObject();
    }

    private static long? Known(long ns) => ns == IdleEntry.UnknownNs ? null : ns;
}
