using Predictors.Traces.Compression;
using Predictors.Traces.Readers.Text;

namespace Predictors.Traces.Csv;

/// <summary>Reads a CSV trace, plain or packed with gzip or zstd.</summary>
internal sealed class CsvTraceReader : ITraceReader
{

    private readonly UnpackedFile _file;
    private readonly Utf8Lines _lines;
    private readonly CsvComments _comments;
    private readonly CsvRowParser _parser;
    private readonly ChunkPool _pool;
    private readonly CsvVcpu?[] _vcpus = new CsvVcpu?[TraceLimits.MaxVcpu + 1];
    private long _rows;
    private int _nextAtEnd;

    /// <summary>Opens the file and reads as far as the line that names the columns.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sha256">The SHA-256 of its bytes, in lower-case hexadecimal digits.</param>
    /// <param name="capacity">The most segments in a chunk.</param>
    public CsvTraceReader(string path, string sha256, int capacity = SegmentChunk.DefaultCapacity)
    {
        _file = UnpackedFile.Open(path);
        try
        {
            _lines = new Utf8Lines(_file.Content, Utf8Lines.DefaultBufferBytes);
            _comments = new CsvComments(path);
            if (!TryReadLine(beforeHeader: true, out ReadOnlySpan<byte> line))
            {
                throw new TraceFormatException(path, null, "The file holds no line that names the columns.");
            }

            CsvColumn[] columns = CsvHeaderLine.Read(path, $"line {_lines.LineNumber}", line);
            _parser = new CsvRowParser(path, columns);
            Header = new TraceHeader
            {
                Name = Path.GetFileName(path),
                Format = CsvNames.Format,
                Sha256 = new FileSha256(sha256),
                SourceSha256 = _comments.Text(CsvComments.SourceSha256) ?? sha256,
                SourceName = _comments.Text(CsvComments.Name),
                SourceFormat = _comments.Text(CsvComments.Format),
                Clock = _comments.Text(CsvComments.Clock) ?? "unknown",
                Columns = CsvHeaderLine.Declared(columns),
            };
            _pool = new ChunkPool(Header.Columns, capacity);
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    public TraceHeader Header { get; }

    public TraceInspection Inspection { get; } = new();

    public double Progress => _file.Progress;

    public SegmentChunk? Read()
    {
        SegmentChunk? chunk = _nextAtEnd == 0 ? ReadFull() : null;
        while (chunk is null && _nextAtEnd < _vcpus.Length)
        {
            chunk = _vcpus[_nextAtEnd++]?.TakeChunk();
        }

        if (chunk is not null)
        {
            Inspection.CountSegments(chunk);
        }

        return chunk;
    }

    public void Recycle(SegmentChunk chunk) => _pool.Recycle(chunk);

    public void Dispose() => _file.Dispose();

    private bool TryReadLine(bool beforeHeader, out ReadOnlySpan<byte> line)
    {
        while (_lines.TryRead(out line))
        {
            if (_lines.TooLong)
            {
                throw Fault($"The line is longer than {TraceLimits.MaxLineBytes} bytes.");
            }

            line = CsvHeaderLine.WithoutMark(line, _lines.LineNumber);
            if (!line.IsEmpty && line[0] != '#')
            {
                return true;
            }

            if (!line.IsEmpty)
            {
                _comments.Read(line, _lines.LineNumber, beforeHeader);
            }
        }

        return false;
    }

    private SegmentChunk? ReadFull()
    {
        while (TryReadLine(beforeHeader: false, out ReadOnlySpan<byte> line))
        {
            if (Add(_parser.Parse(line, _lines.LineNumber)) is { } full)
            {
                return full;
            }
        }

        Finish();
        return null;
    }

    private SegmentChunk? Add(CsvRow row)
    {
        CsvVcpu vcpu = _vcpus[row.Vcpu] ??= new CsvVcpu(Inspect(row.Vcpu), _pool);
        if (row.EnterNs < vcpu.LastExitNs)
        {
            throw _parser.Fault(_lines.LineNumber, CsvColumn.EnterNs,
                $"{row.EnterNs} lies before {vcpu.LastExitNs}, the exit_ns of vCPU {row.Vcpu}'s row before.");
        }

        Inspection.FirstNs = _rows++ == 0 ? row.EnterNs : Math.Min(Inspection.FirstNs, row.EnterNs);
        Inspection.LastNs = Math.Max(Inspection.LastNs, row.ExitNs);
        return vcpu.Add(row);
    }

    private VcpuInspection Inspect(int vcpu)
    {
        VcpuInspection inspection = Inspection.Of(vcpu);
        inspection.IdleSource = "segments";
        return inspection;
    }

    // What comments say of the whole trace: a recording begins before its first segment, and may hold a vCPU without any.
    private void Finish()
    {
        long firstNs = _comments.TimeNs(CsvComments.FirstNs) ?? Inspection.FirstNs;
        long lastNs = _comments.TimeNs(CsvComments.LastNs) ?? Inspection.LastNs;
        if (_rows > 0 && (firstNs > Inspection.FirstNs || lastNs < Inspection.LastNs))
        {
            throw Fault($"The comments give the trace from {firstNs} to {lastNs} ns, its rows go from {Inspection.FirstNs} to {Inspection.LastNs} ns.");
        }

        Inspection.FirstNs = firstNs;
        Inspection.LastNs = lastNs;
        foreach (int vcpu in _comments.Vcpus)
        {
            Inspect(vcpu);
        }
    }

    private TraceFormatException Fault(string message) => new(_file.Path, $"line {_lines.LineNumber}", message);
}
