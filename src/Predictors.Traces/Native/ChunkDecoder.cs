using Predictors.Abstractions;

namespace Predictors.Traces.Native;

/// <summary>Fills a chunk from the columns of a packed one.</summary>
internal ref struct ChunkDecoder
{
    private readonly SegmentChunk _chunk;
    private readonly Span<long> _values;
    private ReadOnlySpan<byte> _rest;
    private bool _failed;

    private ChunkDecoder(ReadOnlySpan<byte> bytes, SegmentChunk chunk, Span<long> values)
    {
        _rest = bytes;
        _chunk = chunk;
        _values = values;
    }

    /// <summary>Fills the chunk, whose vCPU, first index and count are set; whether the values are sound is not checked.</summary>
    /// <param name="bytes">The packed columns.</param>
    /// <param name="chunk">The chunk.</param>
    /// <param name="scratch">Room for as many values as the chunk can hold.</param>
    /// <returns>False where the bytes are not the chunk's columns and nothing else.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, SegmentChunk chunk, long[] scratch)
    {
        var decoder = new ChunkDecoder(bytes, chunk, scratch.AsSpan(0, chunk.Count));
        decoder.DecodeTimes();
        decoder.DecodeCauses();
        decoder.DecodeIntegers(chunk.WakerVcpu);
        decoder.DecodeWakerTimes();
        decoder.DecodeTimes(chunk.NextTimerNs);
        decoder.DecodeIntegers(chunk.TimerWrites);
        decoder.DecodeIntegers(chunk.States);
        decoder.DecodeTimes(chunk.RecordedWindowNs);
        return !decoder._failed && decoder._rest.IsEmpty;
    }

    private void DecodeTimes()
    {
        Span<long> entries = _chunk.EntryNs.AsSpan(0, _chunk.Count);
        Span<long> exits = _chunk.ExitNs.AsSpan(0, _chunk.Count);
        Span<long> arrivals = _chunk.ArrivalNs.AsSpan(0, _chunk.Count);
        Span<SegmentFlags> flags = _chunk.Flags.AsSpan(0, _chunk.Count);
        Span<long> first = [0];
        Next(first);
        Next(entries);
        Next(exits);
        Next(_values);
        Narrow(_values, flags);
        arrivals.Clear();
        if ((_chunk.Columns & TraceColumns.Arrival) != 0)
        {
            Next(arrivals);
        }

        // Until here the columns hold the gap before, the length, and how long before the exit the arrival was.
        long timeNs = first[0];
        for (int i = 0; i < entries.Length; i++)
        {
            timeNs += entries[i];
            entries[i] = timeNs;
            timeNs += exits[i];
            exits[i] = timeNs;
            arrivals[i] = timeNs - arrivals[i];
        }
    }

    private void DecodeCauses()
    {
        Span<WakeCause> causes = _chunk.Causes.AsSpan(0, _chunk.Count);
        causes.Clear();
        if ((_chunk.Columns & TraceColumns.Cause) != 0)
        {
            Next(_values);
            ReadOnlySpan<long> values = _values[..causes.Length];
            bool failed = false;
            for (int i = 0; i < values.Length; i++)
            {
                failed |= values[i] != (byte)values[i];
                causes[i] = (WakeCause)values[i];
            }

            _failed |= failed;
        }
    }

    private void DecodeWakerTimes()
    {
        if (_chunk.WakerNs is not null)
        {
            Next(_values);
            ReadOnlySpan<long> values = _values;
            Span<long> wakers = _chunk.WakerNs.AsSpan(0, values.Length);
            ReadOnlySpan<long> arrivals = _chunk.ArrivalNs.AsSpan(0, values.Length);
            for (int i = 0; i < values.Length; i++)
            {
                wakers[i] = WakerDistance.Undo(values[i], arrivals[i]);
            }
        }
    }

    private void DecodeIntegers(int[]? column)
    {
        if (column is not null)
        {
            Next(_values);
            ReadOnlySpan<long> values = _values;
            Span<int> to = column.AsSpan(0, values.Length);
            bool failed = false;
            for (int i = 0; i < values.Length; i++)
            {
                failed |= values[i] != (int)values[i];
                to[i] = (int)values[i];
            }

            _failed |= failed;
        }
    }

    private void DecodeTimes(long[]? column)
    {
        if (column is not null)
        {
            Next(column.AsSpan(0, _chunk.Count));
        }
    }

    private void Narrow(ReadOnlySpan<long> values, Span<SegmentFlags> flags)
    {
        values = values[..flags.Length];
        bool failed = false;
        for (int i = 0; i < values.Length; i++)
        {
            failed |= values[i] != (byte)values[i];
            flags[i] = (SegmentFlags)values[i];
        }

        _failed |= failed;
    }

    private void Next(scoped Span<long> values)
    {
        int taken = ColumnCodec.Read(_rest, values);
        _failed |= taken < 0;
        _rest = taken < 0 ? default : _rest[taken..];
    }
}
