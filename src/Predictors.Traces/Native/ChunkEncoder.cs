using Predictors.Abstractions;

namespace Predictors.Traces.Native;

/// <summary>Turns segments into the columns of a packed chunk.</summary>
internal sealed class ChunkEncoder
{
    private long[] _values = [];
    private byte[] _bytes = [];
    private int _length;

    /// <summary>Encodes some of a chunk's segments.</summary>
    /// <returns>The bytes, good until the next call.</returns>
    public ReadOnlySpan<byte> Encode(SegmentChunk chunk, int start, int count)
    {
        if (_values.Length < count)
        {
            _values = new long[count];
            _bytes = new byte[WakeFormat.MaxPlainBytes(count)];
        }

        _length = 0;
        Span<long> values = _values.AsSpan(0, count);
        ReadOnlySpan<long> entries = chunk.EntryNs.AsSpan(start, count);
        ReadOnlySpan<long> exits = chunk.ExitNs.AsSpan(start, count);
        ReadOnlySpan<long> arrivals = chunk.ArrivalNs.AsSpan(start, count);

        // The first entry is a column of its own, or it would widen the gaps.
        Append(entries[..1]);
        values[0] = 0;
        for (int i = 1; i < count; i++)
        {
            values[i] = entries[i] - exits[i - 1];
        }

        Append(values);
        AppendDifferences(exits, entries, values);
        for (int i = 0; i < count; i++)
        {
            values[i] = (long)chunk.Flags[start + i];
        }

        Append(values);
        if ((chunk.Columns & TraceColumns.Arrival) != 0)
        {
            AppendDifferences(exits, arrivals, values);
        }

        if ((chunk.Columns & TraceColumns.Cause) != 0)
        {
            for (int i = 0; i < count; i++)
            {
                values[i] = (long)chunk.Causes[start + i];
            }

            Append(values);
        }

        AppendIntegers(chunk.WakerVcpu, start, values);
        AppendDistances(chunk.WakerNs, start, arrivals, values);
        AppendTimes(chunk.NextTimerNs, start, count);
        AppendIntegers(chunk.TimerWrites, start, values);
        AppendIntegers(chunk.States, start, values);
        AppendTimes(chunk.RecordedWindowNs, start, count);
        AppendIntegers(chunk.ArmedVcpu, start, values);
        AppendDistances(chunk.ArmedNs, start, arrivals, values);
        AppendTimes(chunk.TimerLengthNs, start, count);
        return _bytes.AsSpan(0, _length);
    }

    private void AppendDistances(long[]? column, int start, ReadOnlySpan<long> arrivals, Span<long> values)
    {
        if (column is null)
        {
            return;
        }

        for (int i = 0; i < values.Length; i++)
        {
            values[i] = ArrivalDistance.Of(column[start + i], arrivals[i]);
        }

        Append(values);
    }

    private void AppendDifferences(ReadOnlySpan<long> from, ReadOnlySpan<long> subtract, Span<long> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = from[i] - subtract[i];
        }

        Append(values);
    }

    private void AppendIntegers(int[]? column, int start, Span<long> values)
    {
        if (column is null)
        {
            return;
        }

        for (int i = 0; i < values.Length; i++)
        {
            values[i] = column[start + i];
        }

        Append(values);
    }

    private void AppendTimes(long[]? column, int start, int count)
    {
        if (column is not null)
        {
            Append(column.AsSpan(start, count));
        }
    }

    private void Append(ReadOnlySpan<long> values) => _length += ColumnCodec.Write(values, _bytes.AsSpan(_length));
}
