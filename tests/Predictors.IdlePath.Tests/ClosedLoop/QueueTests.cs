using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath.Tests;

/// <summary>
/// A queue with exponential gaps and service times, recorded where every timer was so late that each found its vCPU idle; armed at the
/// beginning for instants that form a Poisson process.
/// </summary>
public sealed class QueueTests
{
    private const int Jobs = 200_000;
    private const double MeanGapNs = 10_000;

    [TestCase(0.3, 0L)]
    [TestCase(0.5, 0L)]
    [TestCase(0.8, 0L)]
    [TestCase(0.5, 4_000L)]
    [TestCase(0.8, 9_000L)]
    public void MeanWait_OfAQueue_IsThatOfItsFormula(double load, long wakeUpNs)
    {
        (long gapNs, long serviceNs)[] jobs = Draw(load);
        ReplayResult result = ClosedLoopReplay.Create(
            Recording(jobs).Graph(new IdlePathCosts(MachineProfiles.Get("free"))),
            new ScriptedFactory(0).Bind(),
            new ReplaySettings { Costs = new IdlePathCosts(MadeUpProfile.Of(injectNs: wakeUpNs)) }).Run();
        long waitedNs = result.ClosedLoop!.AtWorkWaitNs + result.Latency.TotalNs;

        // M/M/1 whose server takes a constant time L to set up when it has been idle (Welch 1964):
        // W = s rho / (1 - rho) + (2 L + l L^2) / (2 (1 + l L)), with l the rate of arrivals and s the mean service.
        double rate = 1 / MeanGapNs;
        double expectedNs = (load * MeanGapNs * load / (1 - load)) + (((2 * wakeUpNs) + (rate * wakeUpNs * wakeUpNs)) / (2 * (1 + (rate * wakeUpNs))));

        Assert.That(waitedNs, Is.EqualTo(Lindley(jobs, wakeUpNs)), "to the nanosecond, by Lindley's recursion");
        Assert.That((double)waitedNs / Jobs, Is.EqualTo(expectedNs).Within(load < 0.6 ? 2 : 5).Percent);
    }

    private static (long GapNs, long ServiceNs)[] Draw(double load)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, Jobs).Select(_ => (1 + Exponential(MeanGapNs), 1 + Exponential(load * MeanGapNs)))];

        long Exponential(double meanNs) => (long)(-Math.Log(1 - random.NextDouble()) * meanNs);
    }

    private static MadeUpTrace Recording((long GapNs, long ServiceNs)[] jobs)
    {
        const long beginNs = 1_000;
        var periods = new List<IdlePeriod>();
        (long dueNs, long freeNs) = (beginNs, beginNs);
        foreach ((long gapNs, long serviceNs) in jobs)
        {
            dueNs += gapNs;
            long arrivalNs = Math.Max(dueNs, freeNs + 1);
            periods.Add(new IdlePeriod(
                freeNs, arrivalNs, arrivalNs, WakeCause.Timer, SegmentFlags.TaskRan | SegmentFlags.ArrivalMeasured | SegmentFlags.RelativeTimer,
                ArmedVcpu: 0, ArmedNs: beginNs, TimerLengthNs: dueNs - beginNs));
            freeNs = arrivalNs + serviceNs;
        }

        // One more, after all others however late, so that the last service is recorded.
        periods.Add(new IdlePeriod(freeNs, 2 * freeNs, 2 * freeNs, WakeCause.Unknown, SegmentFlags.None));
        return new MadeUpTrace([periods], 0, 2 * freeNs);
    }

    private static long Lindley((long GapNs, long ServiceNs)[] jobs, long wakeUpNs)
    {
        (long dueNs, long freeNs, long waitedNs) = (0, 0, 0);
        foreach ((long gapNs, long serviceNs) in jobs)
        {
            dueNs += gapNs;
            long beginsNs = dueNs >= freeNs ? dueNs + wakeUpNs : freeNs;
            waitedNs += beginsNs - dueNs;
            freeNs = beginsNs + serviceNs;
        }

        return waitedNs;
    }
}
