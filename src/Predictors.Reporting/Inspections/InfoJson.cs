using System.Globalization;
using System.Text.Json;
using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.Reporting;

internal static class InfoJson
{
    public static void Write(Utf8JsonWriter json, InspectedTrace trace)
    {
        (TraceHeader header, TraceInspection inspection, TraceStatistics statistics, IReadOnlyList<RecordedGuest> guests) = trace;
        json.WriteStartObject();
        json.WriteString("name", header.Name);
        json.WriteString("format", header.Format);
        json.WriteString("clock", header.Clock);
        json.WriteString("sha256", header.Sha256.Digits);
        json.WriteString("sourceSha256", header.SourceSha256);
        json.WriteString("sourceName", header.SourceName);
        json.WriteString("sourceFormat", header.SourceFormat);
        json.WriteNumber("vcpus", inspection.Vcpus.Count);
        json.WriteNumber("firstNs", inspection.FirstNs);
        json.WriteNumber("lastNs", inspection.LastNs);
        WriteCounts(json, "events", inspection.Events);
        json.WriteStrings("columns", KebabText.Of(header.Columns));
        json.WriteStartObject("perVcpu");
        foreach ((int number, VcpuInspection vcpu) in inspection.Vcpus)
        {
            WriteVcpu(json, number, vcpu);
        }

        json.WriteEndObject();
        WriteCounts(json, "causes", Enum.GetValues<WakeCause>().Select(c => KeyValuePair.Create(KebabText.Of(c), inspection.Causes[(int)c])));
        WriteCounts(json, "arrivals",
        [
            new("measured", inspection.ArrivalsMeasured),
            new("estimated", inspection.ArrivalsEstimated),
            new("unknown", inspection.ArrivalsUnknown),
        ]);
        LengthJson.WriteTrace(json, statistics);
        json.WriteOptional("lostEvents", LostEvents.Of(inspection));
        json.WriteNumber("unparsedLines", inspection.UnparsedLines);
        json.WriteStrings("unparsedExamples", inspection.UnparsedExamples);
        WriteAnomalies(json, inspection.Anomalies);
        WriteGuests(json, guests);
        json.WriteEndObject();
    }

    private static void WriteVcpu(Utf8JsonWriter json, int number, VcpuInspection vcpu)
    {
        json.WriteStartObject(number.ToString(CultureInfo.InvariantCulture));
        json.WriteNumber("enters", vcpu.Enters);
        json.WriteNumber("exits", vcpu.Exits);
        json.WriteNumber("pairs", vcpu.Pairs);
        json.WriteNumber("exitWithoutEnter", vcpu.ExitWithoutEnter);
        json.WriteNumber("openAtEnd", vcpu.OpenAtEnd);
        json.WriteNumber("idleNs", vcpu.IdleNs);
        json.WriteString("idleSource", vcpu.IdleSource);
        json.WriteNumber("segments", vcpu.Segments);
        json.WriteNumber("taskRan", vcpu.TaskRan);
        json.WriteOptional("lostEvents", LostEvents.Of(vcpu));
        json.WriteNumber("gaps", vcpu.Gaps);
        json.WriteEndObject();
    }

    private static void WriteAnomalies(Utf8JsonWriter json, IEnumerable<TraceAnomaly> anomalies)
    {
        json.WriteStartArray("anomalies");
        foreach (TraceAnomaly anomaly in anomalies)
        {
            json.WriteStartObject();
            json.WriteString("name", anomaly.Name);
            json.WriteNumber("count", anomaly.Count);
            json.WriteString("firstPlace", anomaly.FirstPlace);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteGuests(Utf8JsonWriter json, IReadOnlyList<RecordedGuest> guests)
    {
        if (guests.Count == 0)
        {
            return;
        }

        json.WriteStartArray("guests");
        foreach (RecordedGuest guest in guests)
        {
            json.WriteStartObject();
            json.WriteString("name", guest.Name);
            json.WriteOptional("process", guest.Process > 0 ? guest.Process : null);
            json.WriteStartObject("threads");
            foreach (GuestThread vcpu in guest.Vcpus)
            {
                json.WriteNumber(vcpu.Vcpu.ToString(CultureInfo.InvariantCulture), vcpu.Thread);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCounts(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, long>> counts)
    {
        json.WriteStartObject(name);
        foreach ((string key, long count) in counts)
        {
            json.WriteNumber(key, count);
        }

        json.WriteEndObject();
    }
}
