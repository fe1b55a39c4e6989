using CsCheck;
using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath.Tests;

/// <summary>Random traces: lengths from nothing to far beyond every cost, all causes, gaps, segments without a task.</summary>
internal static class RandomTraces
{
    private static readonly Gen<long> s_lengthNs = Gen.OneOf(
        Gen.Const(0L), Gen.Long[0, 60], Gen.Long[0, 2_500], Gen.Long[0, 30_000], Gen.Long[0, 1_000_000]);

    private static readonly Gen<(long BusyNs, long IdleNs, long WakeUpNs, int Cause, int Flags, long TimerNs)> s_period = Gen.Select(
        s_lengthNs, s_lengthNs, Gen.OneOf(Gen.Const(0L), Gen.Long[0, 5_000]), Gen.Int[0, 5], Gen.Int[0, 19],
        Gen.OneOf(Gen.Const(IdleEntry.UnknownNs), s_lengthNs));

    /// <summary>Up to four vCPUs, of which some may have no idle period.</summary>
    public static Gen<MadeUpTrace> Any { get; } = Of(maxPeriods: 60, times: 1);

    /// <summary>Thousands of idle periods on a vCPU: more than a block holds, and more than a vCPU has blocks of the shortest length.</summary>
    public static Gen<MadeUpTrace> Long { get; } = Of(maxPeriods: 40, times: 50);

    private static Gen<MadeUpTrace> Of(int maxPeriods, int times) => Gen.Select(
        s_period.Array[0, maxPeriods].Array[1, 4], Gen.Long[0, 3_000], Gen.Long[0, 3_000], (vcpus, beforeNs, afterNs) => Make(vcpus, times, beforeNs, afterNs));

    private static MadeUpTrace Make((long, long, long, int, int, long)[][] vcpus, int times, long beforeNs, long afterNs)
    {
        const long firstNs = 1_000_000;
        IdlePeriod[][] periods = [.. vcpus.Select(v => Follow([.. Enumerable.Repeat(v, times).SelectMany(p => p)], firstNs + beforeNs))];
        long lastNs = periods.SelectMany(p => p).Select(p => p.ExitNs).DefaultIfEmpty(firstNs + beforeNs).Max() + afterNs;
        return new MadeUpTrace(periods, firstNs, lastNs);
    }

    private static IdlePeriod[] Follow((long BusyNs, long IdleNs, long WakeUpNs, int Cause, int Flags, long TimerNs)[] random, long nowNs)
    {
        var periods = new IdlePeriod[random.Length];
        for (int i = 0; i < random.Length; i++)
        {
            (long busyNs, long idleNs, long wakeUpNs, int cause, int flags, long timerNs) = random[i];
            long entryNs = nowNs + busyNs;
            nowNs = entryNs + idleNs + wakeUpNs;

            // One segment in five ends without a task, one in ten comes after a gap.
            SegmentFlags known = (flags % 5 == 0 ? SegmentFlags.None : SegmentFlags.TaskRan) | (flags % 10 == 7 ? SegmentFlags.AfterGap : SegmentFlags.None);
            periods[i] = new IdlePeriod(entryNs, entryNs + idleNs, nowNs, (WakeCause)cause, known | SegmentFlags.ArrivalMeasured, timerNs);
        }

        return periods;
    }
}
