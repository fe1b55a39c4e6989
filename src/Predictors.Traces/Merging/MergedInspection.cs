namespace Predictors.Traces.Merging;

/// <summary>Adds up what was found in several traces.</summary>
internal static class MergedInspection
{
    public static void Add(TraceInspection all, ITraceReader trace, int vcpuOffset)
    {
        TraceInspection one = trace.Inspection;
        foreach (VcpuInspection vcpu in one.Vcpus.Values)
        {
            Add(all.Of(vcpu.Vcpu + vcpuOffset), vcpu);
        }

        foreach ((string name, long count) in one.Events)
        {
            all.Events[name] = all.Events.GetValueOrDefault(name) + count;
        }

        foreach (TraceAnomaly anomaly in one.Anomalies)
        {
            all.Count(anomaly.Name, () => $"{anomaly.FirstPlace} of {trace.Header.Name}", anomaly.Count);
        }

        all.UnparsedLines += one.UnparsedLines;
        all.UnparsedExamples.AddRange(one.UnparsedExamples.Take(3 - Math.Min(3, all.UnparsedExamples.Count)));
    }

    // Segments and tasks are counted from the merged chunks.
    private static void Add(VcpuInspection all, VcpuInspection one)
    {
        all.IdleSource = one.IdleSource;
        all.Enters += one.Enters;
        all.Exits += one.Exits;
        all.Pairs += one.Pairs;
        all.ExitWithoutEnter += one.ExitWithoutEnter;
        all.OpenAtEnd = one.OpenAtEnd;
        all.IdleNs += one.IdleNs;
        all.Gaps += one.Gaps;
        all.LostEvents = all.LostEvents < 0 || one.LostEvents < 0 ? -1 : all.LostEvents + one.LostEvents;
    }
}
