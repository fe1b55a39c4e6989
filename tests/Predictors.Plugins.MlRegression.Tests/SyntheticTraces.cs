using System.Security.Cryptography;
using System.Text;
using Predictors.Abstractions;

namespace Predictors.Plugins.MlRegression.Tests;

/// <summary>Seeded idle periods of three made-up loads, where no recording is at hand.</summary>
internal static class SyntheticTraces
{
    /// <summary>One vCPU whose idle periods have the given lengths, 50 us of work apart.</summary>
    public static TrainingTrace Of(string name, params IEnumerable<long> idleNs)
    {
        const long BusyNs = 50_000;
        var periods = new List<TrainingPeriod>();
        long nowNs = 0;
        foreach (long ns in idleNs)
        {
            periods.Add(Period(nowNs, BusyNs, IdleEntry.UnknownNs, ns, WakeCause.Unknown));
            nowNs += ns + BusyNs;
        }

        return Trace(name, nowNs, TraceColumns.None, periods);
    }

    /// <summary>Two vCPUs, each with phases of ping-pong, of random requests and of a periodic timer.</summary>
    public static TrainingTrace Mixed(int seed, int periodsPerVcpu) => Trace(
        $"synthetic-mixed-{seed}",
        long.MaxValue,
        TraceColumns.Cause | TraceColumns.NextTimer,
        Vcpu(new Random(seed), periodsPerVcpu),
        Vcpu(new Random(seed + 1), periodsPerVcpu));

    private static List<TrainingPeriod> Vcpu(Random random, int periods)
    {
        var made = new List<TrainingPeriod>(periods);
        long nowNs = 0;
        while (made.Count < periods)
        {
            int phase = random.Next(3);
            for (int i = random.Next(100, 1000); i > 0 && made.Count < periods; i--)
            {
                long timerNs = random.Next(4) == 0 ? IdleEntry.UnknownNs : random.Next(100_000, 4_000_000);
                long busyNs = (long)Exponential(random, 20_000);
                (double idleNs, WakeCause cause) = phase switch
                {
                    0 => (3_000 + Exponential(random, 4_000), WakeCause.RescheduleIpi),
                    1 => (Exponential(random, 150_000), WakeCause.DeviceInterrupt),
                    _ => (timerNs < 0 ? 1_000_000 : timerNs, WakeCause.Timer),
                };
                made.Add(Period(nowNs, i % 50 == 0 ? IdleEntry.UnknownNs : busyNs, timerNs, (long)idleNs, cause));
                nowNs += busyNs + (long)idleNs;
            }
        }

        return made;
    }

    private static double Exponential(Random random, double mean) => -mean * Math.Log(1 - random.NextDouble());

    private static TrainingPeriod Period(long nowNs, long busyNs, long nextTimerNs, long idleNs, WakeCause cause) => new(
        new IdleEntry { NowNs = nowNs, BusyNs = busyNs, NextTimerNs = nextTimerNs },
        new IdleExit { IdleNs = idleNs, HaltNs = idleNs, Cause = cause, TaskRan = true });

    private static TrainingTrace Trace(string name, long untilNs, TraceColumns columns, params IReadOnlyList<TrainingPeriod>[] vcpus) =>
        new(name, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name))), untilNs, columns, vcpus);
}
