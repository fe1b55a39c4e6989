using Predictors.Abstractions;

namespace Predictors.Plugins.Tests.AllPlugins;

/// <summary>Idle periods of known distributions, always the same for a seed.</summary>
internal static class Periods
{
    private static readonly WakeCause[] s_causes = Enum.GetValues<WakeCause>();

    /// <summary>Memoryless idle lengths; busy lengths and causes have nothing to do with them.</summary>
    public static Period[] Memoryless(int count, double meanNs, int seed) => Make(count, seed, _ => meanNs);

    /// <summary>Phases of ten short and of ten long idle lengths, with timers that are known now and then.</summary>
    public static Period[] Mixed(int count, int seed) => Make(count, seed, i => i / 10 % 2 == 0 ? 12_000 : 150_000, timers: true);

    /// <summary>Idle lengths one after the other, again and again, and nothing else known.</summary>
    public static Period[] Repeated(int count, params long[] idleNs) =>
        [.. Enumerable.Range(0, count).Select(i => new Period(idleNs[i % idleNs.Length], 5_000, IdleEntry.UnknownNs, WakeCause.Unknown))];

    private static Period[] Make(int count, int seed, Func<int, double> meanNs, bool timers = false)
    {
        var random = new Random(seed);
        var periods = new Period[count];
        for (int i = 0; i < count; i++)
        {
            long idleNs = Math.Max(1, (long)(-Math.Log(1 - random.NextDouble()) * meanNs(i)));
            long busyNs = random.Next(500, 100_000);
            long timerNs = timers && random.Next(2) == 0 ? idleNs + random.Next(2_000_000) : IdleEntry.UnknownNs;
            periods[i] = new Period(idleNs, busyNs, timerNs, s_causes[random.Next(s_causes.Length)]);
        }

        return periods;
    }
}
