using Predictors.Traces;

namespace Predictors.Cli;

/// <summary>Events that tell how far they have been read, and end between two reads. The events themselves stay with the caller.</summary>
internal sealed class WatchedEvents(IKernelEventReader events, IProgress<double> progress, CancellationToken cancellation) : IKernelEventReader
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
        cancellation.ThrowIfCancellationRequested();
        progress.Report(events.Progress);
        return events.Read(into);
    }

    public void Dispose()
    {
    }
}
