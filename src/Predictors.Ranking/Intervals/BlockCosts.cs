using System.Runtime.Intrinsics;

namespace Predictors.Ranking;

/// <summary>The costs of one trace, block by block, of the clairvoyant and of every contender.</summary>
internal sealed class BlockCosts
{
    private readonly double[] _clairvoyant;
    private readonly double[][] _contenders;

    public BlockCosts(string traceKey, IReadOnlyList<double> clairvoyant, IReadOnlyList<IReadOnlyList<double>> contenders)
    {
        TraceKey = traceKey;
        Count = clairvoyant.Count;
        _clairvoyant = Pad(clairvoyant);
        _contenders = [.. contenders.Select(Pad)];
    }

    /// <summary>What tells this trace from others, whatever else is in the run.</summary>
    public string TraceKey { get; }

    public int Count { get; }

    public int Contenders => _contenders.Length;

    /// <summary>The length of a vector of weights: <see cref="Count"/>, rounded up to whole SIMD vectors.</summary>
    public int PaddedCount => _clairvoyant.Length;

    public double ClairvoyantCost(ReadOnlySpan<double> weights) => Dot(_clairvoyant, weights);

    public double ContenderCost(int contender, ReadOnlySpan<double> weights) => Dot(_contenders[contender], weights);

    private static double[] Pad(IReadOnlyList<double> costs)
    {
        var padded = new double[(costs.Count + Vector256<double>.Count - 1) / Vector256<double>.Count * Vector256<double>.Count];
        for (int i = 0; i < costs.Count; i++)
        {
            padded[i] = costs[i];
        }

        return padded;
    }

    // Four lanes whatever the machine has, so that sums round alike everywhere.
    private static double Dot(ReadOnlySpan<double> costs, ReadOnlySpan<double> weights)
    {
        Vector256<double> sum = Vector256<double>.Zero;
        for (int i = 0; i < costs.Length; i += Vector256<double>.Count)
        {
            sum += Vector256.Create(costs[i..]) * Vector256.Create(weights[i..]);
        }

        return Vector256.Sum(sum);
    }
}
