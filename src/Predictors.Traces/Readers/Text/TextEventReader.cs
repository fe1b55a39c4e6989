using System.Globalization;
using Predictors.Traces.Compression;
using Predictors.Traces.Readers.Containers;

namespace Predictors.Traces.Readers.Text;

/// <summary>Reads the events of a text recording.</summary>
/// <remarks>
/// Times are taken as they are printed. The kernel and trace-cmd round to the printed decimals, perf truncates: two
/// texts of one recording may differ by their last digit.
/// </remarks>
internal sealed class TextEventReader : IKernelEventReader
{
    private readonly UnpackedFile _file;
    private readonly Stream _text;
    private readonly Utf8Lines _lines;
    private readonly LineDecoder _decoder;
    private readonly EventNotes _notes;

    private TextEventReader(UnpackedFile file, Stream text, Utf8Lines lines, LineDecoder decoder)
    {
        _file = file;
        _text = text;
        _lines = lines;
        _decoder = decoder;
        _notes = new EventNotes(file.Path, Inspection, PlaceUnit);
    }

    /// <inheritdoc/>
    public required string Format { get; init; }

    /// <inheritdoc/>
    public required string Clock { get; init; }

    /// <inheritdoc/>
    public string PlaceUnit => "line";

    /// <inheritdoc/>
    public required IReadOnlySet<KernelEventKind> KindsAtStart { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <inheritdoc/>
    public TraceInspection Inspection { get; } = new();

    /// <inheritdoc/>
    public double Progress => _notes.Ended ? 1 : _file.Progress;

    /// <summary>Opens a text recording.</summary>
    /// <param name="file">The file, which the reader disposes.</param>
    /// <param name="options">What the recording does not say of itself.</param>
    /// <param name="bufferBytes">How much to read at once.</param>
    /// <returns>The reader.</returns>
    /// <exception cref="TraceFormatException">The file is no text recording that can be read.</exception>
    public static TextEventReader Open(UnpackedFile file, KernelEventReaderOptions options, int bufferBytes)
    {
        BinarySignatures.Refuse(file.Path, file.Content.Peek(BinarySignatures.Bytes));
        TextContainer container = TextContainer.Open(file);
        var lines = new Utf8Lines(container.Text, bufferBytes);
        ReadOnlyMemory<byte> head = TextHead.Read(lines);
        TextLayout layout = TextDetection.Detect(file.Path, head);
        Dictionary<string, string> settings = CommentSettings.Read(head);
        long clockHz = layout.Form == TimeForm.Ticks ? options.ClockHz ?? throw NoClockHz(file.Path, layout) : 1;
        return new TextEventReader(file, container.Text, lines, new LineDecoder(layout, clockHz))
        {
            Format = container.Format ?? layout.Name,
            Clock = layout.Form == TimeForm.Ticks ? string.Create(CultureInfo.InvariantCulture, $"ticks at {clockHz} Hz")
                : layout.Format == LineFormat.Babeltrace ? "wall clock"
                : settings.GetValueOrDefault("trace_clock", "unknown"),
            KindsAtStart = TextHead.Kinds(head, new LineDecoder(layout, clockHz)),
            Settings = settings,
        };
    }

    /// <inheritdoc/>
    public int Read(Span<KernelEvent> events)
    {
        int count = 0;
        while (count < events.Length && _lines.TryRead(out ReadOnlySpan<byte> line))
        {
            if (_lines.TooLong)
            {
                throw Damaged(line, $"The line is longer than {TraceLimits.MaxLineBytes} bytes, which no event is");
            }

            ref KernelEvent e = ref events[count];
            LineResult result = _decoder.Decode(line, out e, out EventName? name);
            if (result == LineResult.Event)
            {
                e.Place = _lines.LineNumber;
                if (name is not null)
                {
                    name.Count++;
                }

                _notes.Note(ref e);
                count++;
            }
            else if (result != LineResult.Ignored)
            {
                Reject(line, result);
            }
        }

        if (count == 0 && !events.IsEmpty)
        {
            _notes.Finish(_decoder.Names);
        }

        return count;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _text.Dispose();
        _file.Dispose();
    }

    private static TraceFormatException NoClockHz(string path, TextLayout layout) => new(
        path,
        $"line {layout.FirstEventLine}",
        "The time column holds ticks of the trace clock, not seconds. Pass the clock's ticks per second with --clock-hz "
        + "(x86-tsc: the TSC's frequency; uptime: the kernel's HZ). The clock 'counter' numbers the events and holds no time.");

    private void Reject(ReadOnlySpan<byte> line, LineResult result)
    {
        if (result == LineResult.CpuOutOfRange)
        {
            throw Damaged(line, $"The line names a CPU above {TraceLimits.MaxVcpu}");
        }

        if (result == LineResult.TimeOutOfRange)
        {
            throw Damaged(line, $"The line's time is beyond {TraceLimits.MaxTimeNs} ns");
        }

        Inspection.UnparsedLines++;
        if (Inspection.UnparsedExamples.Count < 3)
        {
            Inspection.UnparsedExamples.Add($"line {_lines.LineNumber}: {LineExcerpt.Of(line)}");
        }
    }

    private TraceFormatException Damaged(ReadOnlySpan<byte> line, string what) => new(
        _file.Path, $"line {_lines.LineNumber}", $"{what}: the file is damaged, or no recording of kernel events. It begins with '{LineExcerpt.Of(line)}'.");
}
