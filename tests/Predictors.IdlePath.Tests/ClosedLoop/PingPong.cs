using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath.Tests;

/// <summary>
/// vCPU 0 works for 2,000 ns, wakes vCPU 1 and works on for 100 ns; vCPU 1 works for 3,000 ns, wakes vCPU 0 and works on for 200 ns; and so on.
/// </summary>
internal static class PingPong
{
    public const long Work0Ns = 2_000;
    public const long Work1Ns = 3_000;

    private const long Tail0Ns = 100;
    private const long Tail1Ns = 200;

    /// <summary>A recording of so many turns in which each wake-up took so long from arrival to work.</summary>
    /// <param name="turns">How often vCPU 1 is woken.</param>
    /// <param name="latencyNs">The recorded latency: longer than the tails.</param>
    /// <param name="cause">The cause of all wake-ups.</param>
    public static MadeUpTrace Of(int turns, long latencyNs = 1_000, WakeCause cause = WakeCause.RescheduleIpi)
    {
        List<IdlePeriod> first = [];
        List<IdlePeriod> second = [];
        const SegmentFlags flags = SegmentFlags.TaskRan | SegmentFlags.ArrivalMeasured;
        (long workNs, long idle1Ns) = (0, 0);
        for (int turn = 0; turn < turns; turn++)
        {
            long wakes1Ns = workNs + Work0Ns;
            long idle0Ns = wakes1Ns + Tail0Ns;
            long work1Ns = wakes1Ns + latencyNs;
            second.Add(new IdlePeriod(idle1Ns, wakes1Ns, work1Ns, cause, flags, WakerVcpu: 0, WakerNs: wakes1Ns));
            long wakes0Ns = work1Ns + Work1Ns;
            idle1Ns = wakes0Ns + Tail1Ns;
            workNs = wakes0Ns + latencyNs;
            first.Add(new IdlePeriod(idle0Ns, wakes0Ns, workNs, cause, flags, WakerVcpu: 1, WakerNs: wakes0Ns));
        }

        return new MadeUpTrace([first, second], 0, workNs);
    }
}
