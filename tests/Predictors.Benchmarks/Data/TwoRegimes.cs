using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.Benchmarks;

/// <summary>
/// The benchmark's input: exponential idle lengths that change between a chatty regime (mean 30 us) and a quiet one (mean 2 ms), each
/// 200 idle periods long on average. The same numbers as the C generator of the project's peer benchmark.
/// </summary>
public sealed class TwoRegimes
{
    private ulong _state;

    private TwoRegimes(ulong seed) => _state = seed;

    /// <summary>Idle and busy lengths, in ns, as the C lane reads them.</summary>
    public static (long IdleNs, long BusyNs)[] Records(int count, ulong seed)
    {
        var random = new TwoRegimes(seed);
        var records = new (long IdleNs, long BusyNs)[count];
        bool quiet = false;
        for (int i = 0; i < count; i++)
        {
            quiet ^= random.Next() % 200 == 0;
            records[i].IdleNs = random.Exponential(quiet ? 2e6 : 3e4);
            records[i].BusyNs = random.Exponential(2e4);
        }

        return records;
    }

    /// <summary>The same as one chunk of one vCPU: an idle period first, then its busy period.</summary>
    public static SegmentChunk ToChunk((long IdleNs, long BusyNs)[] records)
    {
        long[] entries = new long[records.Length];
        long[] exits = new long[records.Length];
        long now = 0;
        for (int i = 0; i < records.Length; i++)
        {
            entries[i] = now;
            exits[i] = now += records[i].IdleNs;
            now += records[i].BusyNs;
        }

        var chunk = new SegmentChunk(1, TraceColumns.None)
        {
            EntryNs = entries,
            ExitNs = exits,
            ArrivalNs = exits,
            Causes = new WakeCause[records.Length],
            Flags = new SegmentFlags[records.Length],
            Count = records.Length,
        };
        chunk.Flags.AsSpan().Fill(SegmentFlags.TaskRan);
        return chunk;
    }

    private ulong Next()
    {
        ulong z = _state += 0x9e3779b97f4a7c15UL;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9UL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebUL;
        return z ^ (z >> 31);
    }

    private long Exponential(double meanNs)
    {
        double u = ((Next() >> 11) + 0.5) * Math.ScaleB(1, -53);
        return Math.Max(1, (long)(-Math.Log(u) * meanNs));
    }
}
