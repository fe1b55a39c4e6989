using System.Text.Json;
using Predictors.Abstractions;

namespace Predictors.Traces.Native;

/// <summary>A <see cref="TraceInspection"/> as it stands in a packed trace, in JSON.</summary>
internal sealed record InspectionDocument
{
    public required long FirstNs { get; init; }

    public required long LastNs { get; init; }

    public required VcpuInspection[] Vcpus { get; init; }

    public required SortedDictionary<string, long> Events { get; init; }

    public required long[] Causes { get; init; }

    public required long ArrivalsMeasured { get; init; }

    public required long ArrivalsEstimated { get; init; }

    public required long ArrivalsUnknown { get; init; }

    public required long UnparsedLines { get; init; }

    public required string[] UnparsedExamples { get; init; }

    public required TraceAnomaly[] Anomalies { get; init; }

    public static InspectionDocument Of(TraceInspection inspection) => new()
    {
        FirstNs = inspection.FirstNs,
        LastNs = inspection.LastNs,
        Vcpus = [.. inspection.Vcpus.Values],
        Events = inspection.Events,
        Causes = inspection.Causes,
        ArrivalsMeasured = inspection.ArrivalsMeasured,
        ArrivalsEstimated = inspection.ArrivalsEstimated,
        ArrivalsUnknown = inspection.ArrivalsUnknown,
        UnparsedLines = inspection.UnparsedLines,
        UnparsedExamples = [.. inspection.UnparsedExamples],
        Anomalies = [.. inspection.Anomalies],
    };

    /// <summary>Reads the inspection back.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static TraceInspection Parse(ReadOnlySpan<byte> json)
    {
        InspectionDocument? document = JsonSerializer.Deserialize(json, InspectionJson.Default.InspectionDocument);
        return document is not null && document.IsSound() ? document.ToInspection() : throw new JsonException("an element is missing or out of range.");
    }

    private bool IsSound() =>
        Array.TrueForAll(Vcpus, v => v is not null && (uint)v.Vcpu <= TraceLimits.MaxVcpu)
        && Array.TrueForAll(UnparsedExamples, e => e is not null)
        && Array.TrueForAll(Anomalies, a => a is not null)
        && Causes.Length == Enum.GetValues<WakeCause>().Length;

    private TraceInspection ToInspection()
    {
        var inspection = new TraceInspection
        {
            FirstNs = FirstNs,
            LastNs = LastNs,
            ArrivalsMeasured = ArrivalsMeasured,
            ArrivalsEstimated = ArrivalsEstimated,
            ArrivalsUnknown = ArrivalsUnknown,
            UnparsedLines = UnparsedLines,
        };
        foreach (VcpuInspection vcpu in Vcpus)
        {
            inspection.Vcpus[vcpu.Vcpu] = vcpu;
        }

        foreach ((string name, long count) in Events)
        {
            inspection.Events[name] = count;
        }

        Causes.CopyTo(inspection.Causes, 0);
        inspection.UnparsedExamples.AddRange(UnparsedExamples);
        foreach (TraceAnomaly anomaly in Anomalies)
        {
            inspection.Count(anomaly.Name, () => anomaly.FirstPlace, anomaly.Count);
        }

        return inspection;
    }
}
