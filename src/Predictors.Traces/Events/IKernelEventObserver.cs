namespace Predictors.Traces;

/// <summary>Sees the kernel events of a recording beside the segments that are made of them.</summary>
public interface IKernelEventObserver
{
    /// <summary>Sees the next events, in file order: always before a segment that they are part of is handed over.</summary>
    /// <param name="events">The events; not to be kept.</param>
    void See(ReadOnlySpan<KernelEvent> events);
}
