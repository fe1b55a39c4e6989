using Predictors.IdlePath;

namespace Predictors.Ranking;

/// <summary>
/// Paired block-bootstrap intervals of the geometric mean of cost ratios (percentile method: Efron and Tibshirani, An
/// Introduction to the Bootstrap, 1993, section 13.3).
/// </summary>
/// <remarks>
/// A replicate draws, for each trace, as many of its blocks as it has, with replacement; the clairvoyant and all
/// contenders are charged for the same draw. Blocks are drawn rather than idle periods because a predictor's luck lasts
/// longer than a period. The draws of a trace depend on the seed and the trace alone, so that an interval does not
/// depend on what else is in the run.
/// </remarks>
internal static class PairedBlockBootstrap
{
    private const double Tail = 0.025;

    /// <param name="traces">The costs by trace; the clairvoyant's sum is above 0 for each.</param>
    /// <param name="replicates">The number of replicates: 1 or more.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>The 95 % interval of every contender.</returns>
    public static RatioInterval[] Intervals(IReadOnlyList<BlockCosts> traces, int replicates, ulong seed)
    {
        double[][] logSums = [.. Enumerable.Range(0, traces[0].Contenders).Select(_ => new double[replicates])];
        foreach (BlockCosts trace in traces)
        {
            AddLogRatios(trace, logSums, new SplitMix64(seed ^ Hash(trace.TraceKey)));
        }

        return [.. logSums.Select(sums => IntervalOf(sums, traces.Count))];
    }

    private static void AddLogRatios(BlockCosts trace, double[][] logSums, SplitMix64 random)
    {
        var weights = new double[trace.PaddedCount];
        for (int replicate = 0; replicate < logSums[0].Length; replicate++)
        {
            // A draw of blocks that cost the clairvoyant nothing has no ratio and is drawn again, for all contenders alike.
            double clairvoyant;
            do
            {
                Draw(weights, trace.Count, ref random);
                clairvoyant = trace.ClairvoyantCost(weights);
            }
            while (clairvoyant <= 0);

            for (int contender = 0; contender < logSums.Length; contender++)
            {
                logSums[contender][replicate] += Math.Log(trace.ContenderCost(contender, weights) / clairvoyant);
            }
        }
    }

    private static void Draw(double[] weights, int blocks, ref SplitMix64 random)
    {
        Array.Clear(weights);
        for (int i = 0; i < blocks; i++)
        {
            weights[random.NextBelow(blocks)]++;
        }
    }

    private static RatioInterval IntervalOf(double[] logSums, int traces)
    {
        Array.Sort(logSums);
        return new RatioInterval(Math.Exp(At(Tail) / traces), Math.Exp(At(1 - Tail) / traces));

        double At(double share) => logSums[Math.Max(0, (int)Math.Ceiling(share * logSums.Length) - 1)];
    }

    // FNV-1a: string.GetHashCode differs from process to process.
    private static ulong Hash(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in text)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return hash;
    }
}
