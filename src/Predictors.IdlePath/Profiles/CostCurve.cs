namespace Predictors.IdlePath;

/// <summary>A cost of a profile, laid out for drawing.</summary>
internal sealed class CostCurve
{
    private readonly long[] _fromNs;
    private readonly (double Share, long Ns)[][] _rows;

    /// <summary>Lays out a cost that has been checked.</summary>
    /// <param name="cost">The cost.</param>
    public CostCurve(ProfileCost cost)
    {
        IReadOnlyList<CostAfterSleep> rows = cost.AfterSleep ?? [new CostAfterSleep(0, cost.Ns, cost.Quantiles)];
        _fromNs = [.. rows.Select(r => r.FromNs)];
        _rows = [.. rows.Select(r => r.Ns is { } ns ? [(0, ns)] : r.Quantiles!.Select(q => (q.Share, q.Ns)).ToArray())];
        LeastNs = cost.LeastNs;
        IsConstant = cost.IsConstant;
    }

    /// <summary>Whether every draw is <see cref="LeastNs"/>.</summary>
    public bool IsConstant { get; }

    /// <summary>The least that a draw can give, in ns.</summary>
    public long LeastNs { get; }

    /// <summary>The times asleep at which the cost may change, the first of them 0.</summary>
    public IReadOnlyList<long> FromNs => _fromNs;

    /// <summary>The cost of one case.</summary>
    /// <param name="share">The luck: 0 to 1, the same share the same cost.</param>
    /// <param name="asleepNs">The time asleep, in ns: 0 or more.</param>
    /// <returns>The cost, in ns.</returns>
    public long At(double share, long asleepNs)
    {
        (double Share, long Ns)[] quantiles = RowOf(asleepNs);
        int above = 1;
        while (above < quantiles.Length - 1 && share > quantiles[above].Share)
        {
            above++;
        }

        return quantiles.Length == 1 ? quantiles[0].Ns : Between(quantiles[above - 1], quantiles[above], share);
    }

    /// <summary>The mean over all luck: between two quantiles the cost grows evenly.</summary>
    /// <param name="asleepNs">The time asleep, in ns: 0 or more.</param>
    /// <returns>The mean, in whole ns.</returns>
    public long MeanNs(long asleepNs)
    {
        (double Share, long Ns)[] quantiles = RowOf(asleepNs);
        return quantiles.Length == 1
            ? quantiles[0].Ns
            : (long)Math.Round(quantiles.Zip(quantiles.Skip(1), (below, above) => (above.Share - below.Share) * (below.Ns + (double)above.Ns) / 2).Sum());
    }

    private (double Share, long Ns)[] RowOf(long asleepNs)
    {
        int row = _fromNs.Length - 1;
        while (row > 0 && asleepNs < _fromNs[row])
        {
            row--;
        }

        return _rows[row];
    }

    private static long Between((double Share, long Ns) below, (double Share, long Ns) above, double share) =>
        below.Ns + (long)((above.Ns - below.Ns) * Math.Clamp((share - below.Share) / (above.Share - below.Share), 0, 1));
}
