using Predictors.Abstractions;

namespace Predictors.Traces.Merging;

/// <summary>Whether traces fit together, and where the vCPUs of each go.</summary>
/// <param name="Columns">The columns that all have.</param>
/// <param name="Offsets">What is added to the vCPU numbers of each trace.</param>
internal sealed record MergePlan(TraceColumns Columns, IReadOnlyList<int> Offsets)
{
    public const string UnknownClock = "unknown";

    /// <exception cref="MergeException">They do not.</exception>
    public static MergePlan Of(IReadOnlyList<(TraceHeader Header, TraceSpan Span)> traces, MergeOptions options)
    {
        RequireOneClock(traces, options);
        int[] offsets = new int[traces.Count];
        for (int i = 0, next = 0; i < traces.Count && options.Renumber; i++)
        {
            offsets[i] = next;
            next += traces[i].Span.Vcpus.Count == 0 ? 0 : traces[i].Span.Vcpus[^1] + 1;
            if (next > TraceLimits.MaxVcpu + 1)
            {
                throw new MergeException($"{traces[i].Header.Name}: its vCPUs would get numbers above {TraceLimits.MaxVcpu}.");
            }
        }

        if (!options.Renumber)
        {
            RequireApart(traces);
        }

        return new MergePlan(traces.Aggregate(~TraceColumns.None, (columns, t) => columns & t.Header.Columns), offsets);
    }

    private static void RequireOneClock(IReadOnlyList<(TraceHeader Header, TraceSpan Span)> traces, MergeOptions options)
    {
        TraceHeader[] known = [.. traces.Select(t => t.Header).Where(h => h.Clock != UnknownClock)];
        if (known.FirstOrDefault(h => h.Clock != known[0].Clock) is { } other)
        {
            throw new MergeException(
                $"{known[0].Name} is on the clock {known[0].Clock} and {other.Name} on {other.Clock}: times of different clocks can't be put together.");
        }

        // Parts of one recording are on its clock, whatever that is.
        bool parts = traces.All(t => t.Header.SourceSha256 == traces[0].Header.SourceSha256);
        if (!parts && !options.SameClock && traces.FirstOrDefault(t => t.Header.Clock == UnknownClock).Header is { } unknown)
        {
            throw new MergeException(
                $"The clock of {unknown.Name} is not known, so that its times may mean something else than those of the others; "
                + "--same-clock says that all are on one clock.");
        }
    }

    // One vCPU can be in two traces only where one ends before the other begins.
    private static void RequireApart(IReadOnlyList<(TraceHeader Header, TraceSpan Span)> traces)
    {
        for (int i = 0; i < traces.Count; i++)
        {
            for (int j = i + 1; j < traces.Count; j++)
            {
                ((TraceHeader a, TraceSpan before), (TraceHeader b, TraceSpan after)) = (traces[i], traces[j]);
                bool overlap = before.FirstNs < after.LastNs && after.FirstNs < before.LastNs;
                if (overlap && before.Vcpus.Intersect(after.Vcpus).FirstOrDefault(-1) is var vcpu and >= 0)
                {
                    throw new MergeException(
                        $"vCPU {vcpu} is in {a.Name} and in {b.Name} at the same time; --renumber gives the vCPUs of each further trace new numbers.");
                }
            }
        }
    }
}
