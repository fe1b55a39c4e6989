using Predictors.Traces;

namespace Predictors.Cli;

/// <summary>Events that tell how far they have been read, and end between two reads. The events themselves stay with the caller.</summary>
internal sealed class WatchedEvents(IKernelEventReader reader, IProgress<double> progress, CancellationToken cancellation) : PassedOnEvents(reader)
{
    public override int Read(Span<KernelEvent> events)
    {
        cancellation.ThrowIfCancellationRequested();
        progress.Report(Progress);
        return base.Read(events);
    }
}
