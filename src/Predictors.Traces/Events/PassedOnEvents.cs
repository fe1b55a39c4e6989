namespace Predictors.Traces;

/// <summary>Events that are passed on as another reader reads them, for who wants to do something at each read.</summary>
/// <param name="reader">The other reader; it stays with the caller.</param>
public abstract class PassedOnEvents(IKernelEventReader reader) : IKernelEventReader
{
    /// <inheritdoc/>
    public string Format => reader.Format;

    /// <inheritdoc/>
    public string Clock => reader.Clock;

    /// <inheritdoc/>
    public string PlaceUnit => reader.PlaceUnit;

    /// <inheritdoc/>
    public IReadOnlySet<KernelEventKind> KindsAtStart => reader.KindsAtStart;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Settings => reader.Settings;

    /// <inheritdoc/>
    public TraceInspection Inspection => reader.Inspection;

    /// <inheritdoc/>
    public double Progress => reader.Progress;

    /// <inheritdoc/>
    public virtual int Read(Span<KernelEvent> events) => reader.Read(events);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Disposes of what the reader holds itself: by default nothing.</summary>
    /// <param name="disposing">Whether it is called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
    }
}
