using Predictors.IdlePath;

namespace Predictors.Reporting;

/// <summary>Idle lengths and poll windows in common bins.</summary>
/// <param name="FromNs">Where the bins begin, in ns; each ends where the next one begins, and the last is empty.</param>
/// <param name="Idle">The shares of the idle periods that lie in them, 0 to 1.</param>
/// <param name="Windows">The poll windows by predictor.</param>
public sealed record LengthPicture(IReadOnlyList<long> FromNs, IReadOnlyList<double> Idle, IReadOnlyList<WindowShares> Windows)
{
    // Eight bins a power of two are as fine as an eye can tell across several decades.
    private const int BucketsPerBin = 8;

    /// <summary>Puts counts in <see cref="LogBuckets"/> into bins.</summary>
    /// <param name="idle">The idle periods.</param>
    /// <param name="windows">The poll windows of some predictors.</param>
    /// <returns>The picture, from the first to the last bin in which there is something.</returns>
    internal static LengthPicture Of(IReadOnlyList<long> idle, IReadOnlyList<(int Contender, IReadOnlyList<long> Counts)> windows)
    {
        int bins = LogBuckets.Count / BucketsPerBin;
        long[] idleBins = Binned(idle, from: 0);
        long[][] windowBins = [.. windows.Select(w => Binned(w.Counts, from: 1))];
        int first = Array.FindIndex(idleBins, count => count > 0);
        int last = Array.FindLastIndex(idleBins, count => count > 0);
        foreach (long[] counts in windowBins)
        {
            int least = Array.FindIndex(counts, count => count > 0);
            first = least >= 0 ? Math.Min(first, least) : first;
            last = Math.Max(last, Array.FindLastIndex(counts, count => count > 0));
        }

        Range shown = Math.Max(0, first)..Math.Min(bins, last + 2);
        return new LengthPicture(
            [.. Enumerable.Range(0, bins).Take(shown).Select(bin => LogBuckets.ShortestNs(bin * BucketsPerBin))],
            Shares(idleBins[shown], idle.Sum()),
            [.. windows.Select((w, i) => new WindowShares(w.Contender, Share(w.Counts[0], w.Counts.Sum()), Shares(windowBins[i][shown], w.Counts.Sum())))]);
    }

    private static long[] Binned(IReadOnlyList<long> counts, int from)
    {
        var bins = new long[LogBuckets.Count / BucketsPerBin];
        for (int i = from; i < counts.Count; i++)
        {
            bins[i / BucketsPerBin] += counts[i];
        }

        return bins;
    }

    private static double[] Shares(long[] counts, long total) => [.. counts.Select(count => Share(count, total))];

    private static double Share(long count, long total) => total == 0 ? 0 : (double)count / total;
}
