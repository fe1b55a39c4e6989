namespace Predictors.Traces;

/// <summary>Passes events on and shows them to an observer.</summary>
/// <param name="reader">The events; disposed of with this reader.</param>
/// <param name="observer">Who sees them.</param>
internal sealed class ObservedEventReader(IKernelEventReader reader, IKernelEventObserver observer) : PassedOnEvents(reader)
{
    private readonly IKernelEventReader _reader = reader;

    public override int Read(Span<KernelEvent> events)
    {
        int count = base.Read(events);
        observer.See(events[..count]);
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        _reader.Dispose();
        base.Dispose(disposing);
    }
}
