using System.Runtime.InteropServices;
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
        decoder.DecodeDistances(chunk.WakerNs);
        decoder.DecodeTimes(chunk.NextTimerNs);
        decoder.DecodeIntegers(chunk.TimerWrites);
        decoder.DecodeIntegers(chunk.States);
        decoder.DecodeTimes(chunk.RecordedWindowNs);
        decoder.DecodeIntegers(chunk.ArmedVcpu);
        decoder.DecodeDistances(chunk.ArmedNs);
        decoder.DecodeTimes(chunk.TimerLengthNs);
        return !decoder._failed && decoder._rest.IsEmpty;
    }

    private void DecodeTimes()
    {
        Span<long> entries = _chunk.EntryNs.AsSpan(0, _chunk.Count);
        Span<long> exits = _chunk.ExitNs.AsSpan(0, _chunk.Count);
        Span<long> arrivals = _chunk.ArrivalNs.AsSpan(0, _chunk.Count);
        Span<long> first = [0];
        Next(first);
        Next(entries);
        Next(exits);
        NextBytes(MemoryMarshal.AsBytes(_chunk.Flags.AsSpan(0, _chunk.Count)));
        if ((_chunk.Columns & TraceColumns.Arrival) != 0)
        {
            Next(arrivals);
        }
        else
        {
            arrivals.Clear();
        }

        // Until here the columns hold the gap before, the length, and how long before the exit the arrival was.
        long timeNs = first[0];
        for (int i = 0; i < entries.Length && i < exits.Length && i < arrivals.Length; i++)
        {
            long lengthNs = exits[i];
            timeNs += entries[i] + lengthNs;
            entries[i] = timeNs - lengthNs;
            exits[i] = timeNs;
            arrivals[i] = timeNs - arrivals[i];
        }
    }

    private void DecodeCauses()
    {
        Span<byte> causes = MemoryMarshal.AsBytes(_chunk.Causes.AsSpan(0, _chunk.Count));
        if ((_chunk.Columns & TraceColumns.Cause) != 0)
        {
            NextBytes(causes);
        }
        else
        {
            causes.Clear();
        }
    }

    private void DecodeDistances(long[]? column)
    {
        if (column is not null)
        {
            Span<long> values = column.AsSpan(0, _chunk.Count);
            Next(values);
            ArrivalDistance.Undo(values, _chunk.ArrivalNs.AsSpan(0, _chunk.Count));
        }
    }

    private void DecodeIntegers(int[]? column)
    {
        if (column is not null && TryOpenNext(_chunk.Count, out PackedColumn packed))
        {
            _failed |= !packed.TryCopyTo(column.AsSpan(0, _chunk.Count), _values);
        }
    }

    private void DecodeTimes(long[]? column)
    {
        if (column is not null)
        {
            Next(column.AsSpan(0, _chunk.Count));
        }
    }

    private void Next(scoped Span<long> values)
    {
        if (TryOpenNext(values.Length, out PackedColumn packed))
        {
            packed.CopyTo(values);
        }
    }

    private void NextBytes(Span<byte> values)
    {
        if (TryOpenNext(values.Length, out PackedColumn packed))
        {
            _failed |= !packed.TryCopyTo(values, _values);
        }
    }

    private bool TryOpenNext(int values, out PackedColumn packed)
    {
        bool found = PackedColumn.TryOpen(_rest, values, out packed);
        _failed |= !found;
        _rest = found ? _rest[packed.Bytes..] : default;
        return found;
    }
}
