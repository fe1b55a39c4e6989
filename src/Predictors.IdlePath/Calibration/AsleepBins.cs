namespace Predictors.IdlePath;

/// <summary>Measured times, by the time asleep before them: bins at 1, 2 and 5 times the powers of ten, from 10 us on.</summary>
internal sealed class AsleepBins
{
    private static readonly long[] s_beginsNs = [.. Begins()];

    private readonly SampleList[] _bins = [.. s_beginsNs.Select(_ => new SampleList())];

    /// <summary>How many bins there are.</summary>
    public static int Count => s_beginsNs.Length;

    /// <summary>The least time asleep of a bin, in ns.</summary>
    public static long BeginNs(int bin) => s_beginsNs[bin];

    /// <summary>The times of a bin.</summary>
    public SampleList this[int bin] => _bins[bin];

    public void Add(long asleepNs, long ns)
    {
        int bin = Array.BinarySearch(s_beginsNs, asleepNs);
        _bins[bin >= 0 ? bin : ~bin - 1].Add(ns);
    }

    private static IEnumerable<long> Begins()
    {
        const long longestNs = 1_000_000_000;
        yield return 0;
        for (long ns = 10_000; ns <= longestNs; ns *= 10)
        {
            yield return ns;
            yield return 2 * ns;
            yield return 5 * ns;
        }
    }
}
