using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Predictors.Traces;

namespace Predictors.IdlePath;

/// <summary>
/// What consecutive segments of a vCPU say of its recorded time, whatever the predictor: summed apart from the replay loop, eight
/// segments at a time.
/// </summary>
internal struct RecordedTime
{
    private long _previousExitNs;

    /// <summary>Idle segments.</summary>
    public long Segments { get; private set; }

    /// <summary>Entry of the first segment, in ns.</summary>
    public long FirstNs { get; private set; }

    /// <summary>Exit of the last segment, in ns.</summary>
    public readonly long LastNs => _previousExitNs;

    /// <summary>Time between segments in which the guest worked.</summary>
    public long BusyNs { get; private set; }

    /// <summary>Time between segments of which nothing is known.</summary>
    public long GapNs { get; private set; }

    /// <summary>Time from arrivals to recorded exits.</summary>
    public long WakeUpNs { get; private set; }

    /// <summary>Adds segments of a chunk.</summary>
    public void Add(SegmentChunk chunk, int from, int to)
    {
        if (from == to)
        {
            return;
        }

        if (Segments == 0)
        {
            FirstNs = _previousExitNs = chunk.EntryNs[from];
        }

        long lastExitNs = chunk.ExitNs[to - 1];
        long exitsNs = Sum(chunk.ExitNs.AsSpan(from, to - from));
        long gapNs = HasGap(chunk.Flags.AsSpan(from, to - from)) ? Gaps(chunk, from, to) : 0;
        long betweenNs = unchecked(Sum(chunk.EntryNs.AsSpan(from, to - from)) - (exitsNs - lastExitNs + _previousExitNs));
        WakeUpNs += unchecked(exitsNs - Sum(chunk.ArrivalNs.AsSpan(from, to - from)));
        BusyNs += betweenNs - gapNs;
        GapNs += gapNs;
        Segments += to - from;
        _previousExitNs = lastExitNs;
    }

    private readonly long Gaps(SegmentChunk chunk, int from, int to)
    {
        long gapNs = 0;
        for (int i = from; i < to; i++)
        {
            if ((chunk.Flags[i] & SegmentFlags.AfterGap) != 0)
            {
                gapNs += chunk.EntryNs[i] - (i == from ? _previousExitNs : chunk.ExitNs[i - 1]);
            }
        }

        return gapNs;
    }

    private static bool HasGap(ReadOnlySpan<SegmentFlags> flags)
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(flags);
        Vector512<byte> seen = Vector512<byte>.Zero;
        while (bytes.Length >= Vector512<byte>.Count)
        {
            seen |= Vector512.Create(bytes);
            bytes = bytes[Vector512<byte>.Count..];
        }

        byte rest = 0;
        foreach (byte flag in bytes)
        {
            rest |= flag;
        }

        Vector512<byte> gap = Vector512.Create((byte)SegmentFlags.AfterGap);
        return ((seen | Vector512.Create(rest)) & gap) != Vector512<byte>.Zero;
    }

    /// <summary>The sum of instants, modulo 2^64: only differences of such sums have a meaning.</summary>
    private static long Sum(ReadOnlySpan<long> values)
    {
        Vector512<long> sums = Vector512<long>.Zero;
        while (values.Length >= Vector512<long>.Count)
        {
            sums += Vector512.Create(values);
            values = values[Vector512<long>.Count..];
        }

        long sum = Vector512.Sum(sums);
        foreach (long value in values)
        {
            sum = unchecked(sum + value);
        }

        return sum;
    }
}
