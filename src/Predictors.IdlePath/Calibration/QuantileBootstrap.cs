namespace Predictors.IdlePath;

/// <summary>
/// Quantiles of measured times and their 95 % intervals, by a block bootstrap (percentile method: Efron and Tibshirani, An Introduction to
/// the Bootstrap, 1993, section 13.3; blocks: Künsch, Annals of Statistics 17, 1989). Runs of consecutive times are drawn rather than
/// single ones, since what made one wake-up slow lasts longer than that wake-up.
/// </summary>
internal static class QuantileBootstrap
{
    private const int Replicates = 400;
    private const double Tail = 0.025;

    /// <param name="timesNs">The times in the order in which they were met, in ns: one or more.</param>
    /// <param name="shares">The quantiles wanted, ascending, from 0 to 1.</param>
    /// <param name="seed">The seed of the draws.</param>
    /// <returns>A quantile for each share.</returns>
    public static MeasuredQuantile[] Of(IReadOnlyList<long> timesNs, IReadOnlyList<double> shares, ulong seed)
    {
        long[] sortedNs = [.. timesNs.Order()];
        int[] places = PlacesOf(timesNs);
        var draws = new long[shares.Count][];
        for (int i = 0; i < draws.Length; i++)
        {
            draws[i] = new long[Replicates];
        }

        var random = new SplitMix64(seed);
        var drawn = new int[places.Length];
        for (int replicate = 0; replicate < Replicates; replicate++)
        {
            Draw(places, drawn, ref random);
            Walk(drawn, sortedNs, shares, draws, replicate);
        }

        return [.. shares.Select((share, i) => new MeasuredQuantile(share, sortedNs[RankOf(share, sortedNs.Length)], At(draws[i], Tail), At(draws[i], 1 - Tail)))];
    }

    private static long At(long[] draws, double share)
    {
        Array.Sort(draws);
        return draws[RankOf(share, draws.Length)];
    }

    private static int RankOf(double share, int count) => Math.Max(0, (int)Math.Ceiling(share * count) - 1);

    /// <summary>Where each time stands among the sorted ones: a replicate then needs no sorting.</summary>
    private static int[] PlacesOf(IReadOnlyList<long> timesNs)
    {
        int[] order = [.. Enumerable.Range(0, timesNs.Count)];
        Array.Sort([.. timesNs], order);
        var places = new int[order.Length];
        for (int place = 0; place < order.Length; place++)
        {
            places[order[place]] = place;
        }

        return places;
    }

    private static void Draw(int[] places, int[] drawn, ref SplitMix64 random)
    {
        Array.Clear(drawn);
        int length = Math.Max(1, (int)Math.Cbrt(places.Length));
        for (int left = places.Length; left > 0; left -= length)
        {
            int from = random.NextBelow(places.Length);
            for (int i = 0; i < Math.Min(length, left); i++)
            {
                drawn[places[(from + i) % places.Length]]++;
            }
        }
    }

    private static void Walk(int[] drawn, long[] sortedNs, IReadOnlyList<double> shares, long[][] draws, int replicate)
    {
        int seen = 0;
        int share = 0;
        for (int place = 0; place < drawn.Length && share < shares.Count; place++)
        {
            seen += drawn[place];
            while (share < shares.Count && seen > RankOf(shares[share], sortedNs.Length))
            {
                draws[share++][replicate] = sortedNs[place];
            }
        }
    }
}
