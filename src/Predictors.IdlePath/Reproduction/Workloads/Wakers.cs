using Predictors.Abstractions;

namespace Predictors.IdlePath;

/// <summary>vCPUs that a timer wakes for a little work.</summary>
internal static class Wakers
{
    /// <summary>One vCPU that a timer wakes once a period.</summary>
    /// <param name="periodNs">The period, in ns.</param>
    /// <param name="workNs">The work after each wake-up, in ns: less than the period.</param>
    /// <param name="wakeUps">How many there are.</param>
    public static SyntheticTrace Periodic(long periodNs, long workNs, int wakeUps) =>
        SyntheticTrace.Of(Enumerable.Repeat(periodNs - workNs, wakeUps), workNs, WakeCause.Timer);

    /// <summary>One vCPU that is woken at random, at a mean rate.</summary>
    /// <param name="perSecond">The rate.</param>
    /// <param name="workNs">The work after each wake-up, in ns.</param>
    /// <param name="wakeUps">How many there are.</param>
    /// <param name="seed">The seed of the draws.</param>
    public static SyntheticTrace AtRandom(double perSecond, long workNs, int wakeUps, ulong seed)
    {
        var random = new SplitMix64(seed);
        var idlesNs = new long[wakeUps];
        for (int i = 0; i < wakeUps; i++)
        {
            double share = ((random.Next() >> 11) + 0.5) / (1UL << 53);
            idlesNs[i] = (long)(-Math.Log(share) * 1e9 / perSecond);
        }

        return SyntheticTrace.Of(idlesNs, workNs, WakeCause.Timer);
    }
}
