using System.Runtime.CompilerServices;
using Predictors.Abstractions;
using Predictors.IdlePath;

namespace Predictors.Benchmarks;

/// <summary>The accounting of the C benchmark: a wake-up within the window is a hit, any other costs a constant.</summary>
internal struct ConstantHaltPath : IIdlePath
{
    private const long HaltCostNs = 5_000;

    public long Hits;
    public long Halts;
    public long PollNs;
    public long LatencyNs;
    public long IdleNs;

    public static bool ReadsTimers => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public IdleExit Pass(in IdleSegment segment, in SegmentTimers timers, long windowNs)
    {
        long idleNs = segment.ArrivalNs;
        IdleNs += idleNs;
        if (idleNs <= windowNs)
        {
            Hits++;
            PollNs += idleNs;
        }
        else
        {
            Halts++;
            PollNs += windowNs;
            LatencyNs += HaltCostNs;
        }

        return new IdleExit { IdleNs = idleNs };
    }
}
