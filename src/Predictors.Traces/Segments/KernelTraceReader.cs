namespace Predictors.Traces;

/// <summary>
/// Makes a wake-up trace of a stream of kernel events: idle segments with the cause of each wake-up, its arrival and its
/// waker as far as the recording tells. Memory does not grow with the recording. Chunks are handed over as they fill, the
/// rest at the end by ascending vCPU.
/// </summary>
public sealed class KernelTraceReader : ITraceReader
{
    private const int Batch = 8192;

    private readonly IKernelEventReader _reader;
    private readonly KernelEvent[] _events = new KernelEvent[Batch];
    private readonly IEventImporter _importer;
    private readonly bool _isGuest;
    private int _read;
    private bool _complete;

    /// <summary>Reads the first events, which tell what the trace carries.</summary>
    /// <param name="reader">The events; disposed of with this reader.</param>
    /// <param name="name">The trace's name: its file name without the folder.</param>
    /// <param name="sha256">The SHA-256 of the file's bytes, in lower-case hexadecimal digits.</param>
    /// <param name="tasks">The tasks, by PID, before which idle segments are kept; null for all.</param>
    /// <exception cref="TraceFormatException">The file is not what it claims to be; the message names file and place.</exception>
    public KernelTraceReader(IKernelEventReader reader, string name, string sha256, IReadOnlySet<int>? tasks = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(sha256);
        _reader = reader;
        ReadAhead();
        bool timersOnTraceClock = TimerClock.IsShown(_events.AsSpan(0, _read));
        var kinds = new RecordedKinds(reader.KindsAtStart, timersOnTraceClock);
        var state = new ImportState(kinds, reader.Inspection, reader.PlaceUnit) { Tasks = tasks };
        _importer = new SegmentImporter(state, name, reader.PlaceUnit);
        Header = new TraceHeader
        {
            Name = name,
            Format = reader.Format,
            Sha256 = new FileSha256(sha256),
            SourceSha256 = sha256,
            Clock = reader.Clock,
            Columns = kinds.Columns,
        };
    }

    /// <summary>Follows the vCPUs of a guest in its host's recording.</summary>
    /// <param name="reader">The events; disposed of with this reader.</param>
    /// <param name="name">The recording's name: its file name without the folder.</param>
    /// <param name="sha256">The SHA-256 of the file's bytes, in lower-case hexadecimal digits.</param>
    /// <param name="guest">The guest.</param>
    /// <param name="isOnly">Whether the recording holds no other guest.</param>
    /// <exception cref="TraceFormatException">The file is not what it claims to be; the message names file and place.</exception>
    internal KernelTraceReader(IKernelEventReader reader, string name, string sha256, RecordedGuest guest, bool isOnly)
    {
        _reader = reader;
        _isGuest = true;
        ReadAhead();
        var state = new GuestState(guest, reader.KindsAtStart, reader.PlaceUnit);
        _importer = new GuestImporter(guest, isOnly, state);
        Header = new TraceHeader
        {
            Name = GuestPath.Join(name, guest.Name),
            Format = $"{reader.Format}, KVM guest",
            Sha256 = new FileSha256(sha256),
            SourceSha256 = sha256,
            Clock = reader.Clock,
            Columns = state.Columns,
        };
    }

    /// <inheritdoc/>
    public TraceHeader Header { get; }

    /// <inheritdoc/>
    public TraceInspection Inspection => _importer.Inspection;

    /// <inheritdoc/>
    public double Progress => _reader.Progress;

    /// <inheritdoc/>
    public SegmentChunk? Read()
    {
        SegmentChunk? chunk;
        while (!_importer.Full.TryDequeue(out chunk))
        {
            if (_complete)
            {
                return null;
            }

            ImportBatch();
        }

        Inspection.CountSegments(chunk);
        return chunk;
    }

    /// <inheritdoc/>
    public void Recycle(SegmentChunk chunk)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        _importer.Pool.Recycle(chunk);
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private void ReadAhead()
    {
        int got;
        while (_read < Batch && (got = _reader.Read(_events.AsSpan(_read))) > 0)
        {
            _read += got;
        }
    }

    private void ImportBatch()
    {
        if (_read == 0)
        {
            _importer.Complete();
            if (_isGuest)
            {
                Inspection.TakeOver(_reader.Inspection);
            }

            _complete = true;
            return;
        }

        _importer.Import(_events.AsSpan(0, _read));
        _read = _reader.Read(_events);
    }
}
