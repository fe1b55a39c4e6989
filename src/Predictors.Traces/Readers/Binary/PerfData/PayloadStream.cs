using Predictors.Traces.Compression;

namespace Predictors.Traces.Readers.Binary.PerfData;

/// <summary>The packed bytes of the record that was met last: its end is not that of the packed stream.</summary>
internal sealed class PayloadStream : ReadOnlyStream
{
    private readonly byte[] _bytes = new byte[ushort.MaxValue];
    private int _at;
    private int _end;

    /// <summary>Gives the next piece of the stream.</summary>
    public void Set(ReadOnlySpan<byte> payload)
    {
        payload.CopyTo(_bytes);
        (_at, _end) = (0, payload.Length);
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int count = Math.Min(buffer.Length, _end - _at);
        _bytes.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }
}
