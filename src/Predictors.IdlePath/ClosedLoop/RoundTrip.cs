namespace Predictors.IdlePath;

/// <summary>
/// Round trips: vCPU A wakes B, and B, in the work that follows, wakes A; from the one wake-up of A to the next. A request and its reply are
/// one, whoever sends the request.
/// </summary>
/// <remarks>
/// A trip counts where both of A's wake-ups and B's hang on the other's progress: while a vCPU waits for something outside, nobody can say
/// how fast the two would go.
/// </remarks>
internal static class RoundTrip
{
    /// <summary>The wake-up at which the trip that ends with a wake-up began, or -1.</summary>
    public static int Begin(WakeUpGraph graph, int end)
    {
        int other = ByVcpu(graph, end);
        int begin = other < 0 ? -1 : ByVcpu(graph, other);
        return begin >= 0 && graph.Vcpu[begin] == graph.Vcpu[end] && graph.Kind[begin] == DependencyKind.Vcpu ? begin : -1;
    }

    /// <summary>The round trips of the recording.</summary>
    public static LatencyHistogram Recorded(WakeUpGraph graph, Dependencies dependencies)
    {
        var trips = new LatencyHistogram();
        foreach (int end in graph.ByRank)
        {
            int begin = Begin(graph, end);
            if (begin >= 0)
            {
                trips.Record(Math.Max(0, At(end) - At(begin)));
            }
        }

        return trips;

        long At(int wakeUp) => dependencies.CauseNs[wakeUp] + graph.DelayNs[wakeUp];
    }

    private static int ByVcpu(WakeUpGraph graph, int stretch) =>
        graph.Kind[stretch] == DependencyKind.Vcpu ? graph.Releaser[stretch] : -1;
}
