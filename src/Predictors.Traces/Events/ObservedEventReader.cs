namespace Predictors.Traces;

/// <summary>Passes events on and shows them to an observer.</summary>
/// <param name="events">The events; disposed of with this reader.</param>
/// <param name="observer">Who sees them.</param>
internal sealed class ObservedEventReader(IKernelEventReader events, IKernelEventObserver observer) : IKernelEventReader
{
    public string Format => events.Format;

    public string Clock => events.Clock;

    public string PlaceUnit => events.PlaceUnit;

    public IReadOnlySet<KernelEventKind> KindsAtStart => events.KindsAtStart;

    public IReadOnlyDictionary<string, string> Settings => events.Settings;

    public TraceInspection Inspection => events.Inspection;

    public double Progress => events.Progress;

    public int Read(Span<KernelEvent> into)
    {
        int count = events.Read(into);
        observer.See(into[..count]);
        return count;
    }

    public void Dispose() => events.Dispose();
}
