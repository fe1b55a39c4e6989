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
    private const int BinsPerDoubling = 8;
    private const int Margin = 2;

    // A window without end, or a clock that counts whole microseconds, would stretch an axis over many empty decades.
    private const long ShortestNs = 100;
    private const double LeastShare = 0.001;
    private const double LeastOfWindows = 0.005;
    private const int MostDoublings = 2;

    /// <summary>
    /// The bins that show most: all idle periods but those below 100 ns and the last 0.1 % at each end, and the windows that lie there or not far above.
    /// The first of them, and the one behind the last.
    /// </summary>
    public (int First, int Last) Most
    {
        get
        {
            int end = FromNs.Count - 1;
            double[] upTo = [.. Idle.Select((_, i) => Idle.Take(i + 1).Sum())];
            int first = Math.Max(Array.FindIndex(upTo, share => share > LeastShare), FromNs.TakeWhile(ns => ns < ShortestNs).Count());
            int last = Array.FindIndex(upTo, share => share >= 1 - LeastShare);
            if (last <= first)
            {
                return (0, end);
            }

            int[] polled =
            [
                .. from windows in Windows
                   from bin in Enumerable.Range(0, Math.Min(end, last + (MostDoublings * BinsPerDoubling)) + 1)
                   where windows.Shares[bin] >= LeastOfWindows && FromNs[bin] >= ShortestNs
                   select bin,
            ];
            return (Math.Max(0, polled.Append(first).Min() - Margin), Math.Min(end, polled.Append(last).Max() + 1 + Margin));
        }
    }

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
