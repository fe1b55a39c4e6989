using Predictors.Abstractions;
using Predictors.IdlePath;

namespace Predictors.Benchmarks;

/// <summary>What a predictor is told in a replay.</summary>
internal sealed class ToldPeriods(int periods) : IReplayObserver
{
    private int _count;

    /// <summary>The idle entries.</summary>
    public IdleEntry[] Entries { get; } = new IdleEntry[periods];

    /// <summary>How each of the idle periods ended.</summary>
    public IdleExit[] Exits { get; } = new IdleExit[periods];

    /// <summary>The sum of its windows, in ns.</summary>
    public long WindowsNs { get; private set; }

    public void Observe(in ReplayedPeriod period)
    {
        Entries[_count] = period.Entry;
        Exits[_count++] = period.Exit;
        WindowsNs += period.WindowNs;
    }
}
