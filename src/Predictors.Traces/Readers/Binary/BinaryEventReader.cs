namespace Predictors.Traces.Readers.Binary;

/// <summary>Reads the events of a binary recording.</summary>
internal sealed class BinaryEventReader : IKernelEventReader
{
    /// <summary>How many events are looked at for <see cref="KindsAtStart"/>: about as many as 4 MiB of text hold.</summary>
    public const int EventsAtStart = 1 << 15;

    private readonly RecordSource _source;
    private readonly EventNotes _notes;
    private readonly HashSet<KernelEventKind> _kinds = [];
    private KernelEvent[] _start = new KernelEvent[EventsAtStart];
    private int _startAt;
    private int _startEnd;

    /// <summary>Reads the first events.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="source">The events, disposed with this.</param>
    /// <param name="inspection">Where anomalies go, also those that the source finds.</param>
    public BinaryEventReader(string path, RecordSource source, TraceInspection inspection)
    {
        _source = source;
        Inspection = inspection;
        _notes = new EventNotes(path, inspection, PlaceUnit);
        int count;
        while (_startEnd < EventsAtStart && (count = source.Read(_start.AsSpan(_startEnd))) > 0)
        {
            _startEnd += count;
        }

        foreach (ref readonly KernelEvent e in _start.AsSpan(0, _startEnd))
        {
            _kinds.Add(e.Kind);
        }
    }

    /// <inheritdoc/>
    public string Format => _source.Format;

    /// <inheritdoc/>
    public string Clock => _source.Clock;

    /// <inheritdoc/>
    public string PlaceUnit => "byte";

    /// <inheritdoc/>
    public IReadOnlySet<KernelEventKind> KindsAtStart => _kinds;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>();

    /// <inheritdoc/>
    public TraceInspection Inspection { get; }

    /// <inheritdoc/>
    public double Progress => _notes.Ended ? 1 : _source.Progress;

    /// <inheritdoc/>
    public int Read(Span<KernelEvent> events)
    {
        int count = _startAt < _startEnd ? TakeStart(events) : _source.Read(events);
        foreach (ref KernelEvent e in events[..count])
        {
            _notes.Note(ref e);
        }

        if (count == 0 && !events.IsEmpty)
        {
            _notes.Finish(_source.Names);
        }

        return count;
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();

    private int TakeStart(Span<KernelEvent> events)
    {
        int count = Math.Min(events.Length, _startEnd - _startAt);
        _start.AsSpan(_startAt, count).CopyTo(events);
        _startAt += count;
        _start = _startAt < _startEnd ? _start : [];
        return count;
    }
}
