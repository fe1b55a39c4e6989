namespace Predictors.Traces.Tests.Segments;

/// <summary>A recording without some of its events.</summary>
internal sealed class FilteredEvents(IKernelEventReader reader, Func<KernelEvent, bool> keep, params KernelEventKind[] without) : IKernelEventReader
{
    public string Format => reader.Format;

    public string Clock => reader.Clock;

    public string PlaceUnit => reader.PlaceUnit;

    public IReadOnlySet<KernelEventKind> KindsAtStart { get; } = reader.KindsAtStart.Except(without).ToHashSet();

    public IReadOnlyDictionary<string, string> Settings => reader.Settings;

    public TraceInspection Inspection => reader.Inspection;

    public double Progress => reader.Progress;

    public int Read(Span<KernelEvent> events)
    {
        int got;
        while ((got = reader.Read(events)) > 0)
        {
            int kept = 0;
            for (int i = 0; i < got; i++)
            {
                if (keep(events[i]) && !without.Contains(events[i].Kind))
                {
                    events[kept++] = events[i];
                }
            }

            if (kept > 0)
            {
                return kept;
            }
        }

        return 0;
    }

    public void Dispose() => reader.Dispose();
}
