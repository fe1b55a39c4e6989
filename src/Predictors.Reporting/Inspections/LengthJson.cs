using System.Globalization;
using System.Text.Json;
using Predictors.Traces;

namespace Predictors.Reporting;

/// <summary>The fields of <c>info</c> that tell how long idle and busy periods are.</summary>
internal static class LengthJson
{
    public static void WriteTrace(Utf8JsonWriter json, TraceStatistics statistics)
    {
        json.WriteStartObject("lengths");
        foreach ((int number, VcpuStatistics vcpu) in statistics.Vcpus)
        {
            WriteVcpu(json, number, vcpu);
        }

        json.WriteEndObject();
        LengthHistogram idle = statistics.Idle;
        WriteHistogram(json, idle);
        long total = idle.Total;
        json.WriteStartArray("pollWindows");
        foreach (PollWindowShare window in statistics.PollWindows)
        {
            json.WriteStartObject();
            json.WriteNumber("windowNs", window.WindowNs);
            json.WriteNumber("caught", window.Caught);
            json.WriteDefined("caughtShare", total > 0 ? (double)window.Caught / total : null);
            json.WriteWholeNs("pollNs", window.PollNs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteVcpu(Utf8JsonWriter json, int number, VcpuStatistics vcpu)
    {
        json.WriteStartObject(number.ToString(CultureInfo.InvariantCulture));
        json.WriteNumber("busyPeriods", vcpu.BusyPeriods);
        json.WriteNumber("busyNs", vcpu.BusyNs);
        json.WriteDefined("busyShare", vcpu.BusyShare);
        json.WriteDefined("meanIdleNs", vcpu.MeanIdleNs);
        json.WriteDefined("meanBusyNs", vcpu.MeanBusyNs);
        json.WriteDefined("correlation", vcpu.Correlation);
        json.WriteDefined("logCorrelation", vcpu.LogCorrelation);
        WriteHistogram(json, vcpu.Idle);
        json.WriteEndObject();
    }

    private static void WriteHistogram(Utf8JsonWriter json, LengthHistogram lengths)
    {
        json.WriteStartArray("idleHistogram");
        foreach (LengthBin bin in lengths.Bins)
        {
            json.WriteStartObject();
            json.WriteNumber("fromNs", bin.FromNs);
            json.WriteNumber("belowNs", bin.BelowNs);
            json.WriteNumber("count", bin.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
