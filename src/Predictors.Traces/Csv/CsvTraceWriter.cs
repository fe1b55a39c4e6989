using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Predictors.Traces.Conversion;
using Predictors.Traces.Native;

namespace Predictors.Traces.Csv;

/// <summary>Writes a CSV trace: the chunks as they come, a row for each segment.</summary>
internal sealed class CsvTraceWriter : ITraceWriter
{
    private const int MaxRowBytes = 512;

    private readonly Stream _output;
    private readonly CsvColumn[] _columns;
    private readonly CsvRow _row = new();
    private readonly VcpuPositions _positions = new();
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _length;

    /// <summary>Writes the comments that stand in front, and the names of the columns.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="source">The trace that is written.</param>
    public CsvTraceWriter(Stream output, TraceHeader source)
    {
        _output = output;
        _columns = CsvHeaderLine.Written(source.Columns);
        Append(CsvComments.Line(CsvComments.Name, source.SourceName ?? source.Name));
        Append(CsvComments.Line(CsvComments.Format, source.SourceFormat ?? source.Format));
        Append(CsvComments.Line(CsvComments.Clock, source.Clock));
        Append(CsvComments.Line(CsvComments.SourceSha256, source.SourceSha256));
        Append(string.Join(',', _columns.Select(CsvNames.Of)) + "\n");
    }

    public void Write(SegmentChunk chunk)
    {
        if (ChunkRules.FindFault(chunk, _positions.LastExitNs(chunk.Vcpu)) is { } fault)
        {
            throw new InvalidDataException(fault);
        }

        for (int i = 0; i < chunk.Count; i++)
        {
            if (_buffer.Length - _length < MaxRowBytes)
            {
                Flush();
            }

            _row.Take(chunk, i);
            AppendRow();
        }

        _positions.Advance(chunk.Vcpu, chunk.Count, chunk.ExitNs[chunk.Count - 1]);
    }

    public void Complete(TraceInspection inspection)
    {
        Append(CsvComments.Line(CsvComments.FirstNs, inspection.FirstNs.ToString(CultureInfo.InvariantCulture)));
        Append(CsvComments.Line(CsvComments.LastNs, inspection.LastNs.ToString(CultureInfo.InvariantCulture)));
        Append(CsvComments.Line(CsvComments.VcpuList, string.Join(',', inspection.Vcpus.Keys)));
        Flush();
    }

    public void Dispose()
    {
    }

    private void AppendRow()
    {
        foreach (CsvColumn column in _columns)
        {
            long value = _row[column];
            if (value >= 0)
            {
                AppendCell(column, value);
            }

            _buffer[_length++] = (byte)',';
        }

        _buffer[_length - 1] = (byte)'\n';
    }

    private void AppendCell(CsvColumn column, long value)
    {
        Span<byte> free = _buffer.AsSpan(_length);
        if (CsvCell.Words(column) is { } words)
        {
            byte[] word = words[value];
            word.CopyTo(free);
            _length += word.Length;
        }
        else
        {
            Utf8Formatter.TryFormat(value, free, out int written);
            _length += written;
        }
    }

    private void Append(string text)
    {
        Flush();
        _output.Write(Encoding.UTF8.GetBytes(text));
    }

    private void Flush()
    {
        _output.Write(_buffer.AsSpan(0, _length));
        _length = 0;
    }
}
