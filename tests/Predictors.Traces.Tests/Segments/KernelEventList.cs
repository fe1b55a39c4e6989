namespace Predictors.Traces.Tests.Segments;

/// <summary>Kernel events from memory.</summary>
internal sealed class KernelEventList(IReadOnlyList<KernelEvent> events, IEnumerable<KernelEventKind>? kinds = null) : IKernelEventReader
{
    private int _next;

    public string Format => "a list";

    public string Clock => "mono";

    public string PlaceUnit => "event";

    public IReadOnlySet<KernelEventKind> KindsAtStart { get; } = (kinds ?? events.Select(e => e.Kind)).ToHashSet();

    public IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>();

    public TraceInspection Inspection { get; } = new();

    public double Progress => events.Count == 0 ? 1 : (double)_next / events.Count;

    public bool Disposed { get; private set; }

    /// <summary>How many events are given at once.</summary>
    public int Batch { get; init; } = int.MaxValue;

    public int Read(Span<KernelEvent> into)
    {
        int count = Math.Min(Math.Min(into.Length, Batch), events.Count - _next);
        for (int i = 0; i < count; i++)
        {
            into[i] = events[_next + i];
            into[i].Place = _next + i;
        }

        _next += count;
        return count;
    }

    public void Dispose() => Disposed = true;
}
