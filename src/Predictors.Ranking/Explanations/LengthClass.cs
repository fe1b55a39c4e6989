namespace Predictors.Ranking;

/// <summary>Classes of idle lengths: 1, 2, 5, 10 ... us to 10 ms, in ns; each from its bound to the next one.</summary>
public static class LengthClass
{
    private static readonly long[] s_bounds =
        [0, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000];

    /// <summary>The lower bound of a length's class.</summary>
    /// <param name="idleNs">The length, in ns: 0 or more.</param>
    /// <returns>The bound, in ns.</returns>
    public static long Of(long idleNs)
    {
        int at = s_bounds.AsSpan().BinarySearch(idleNs);
        return s_bounds[at < 0 ? ~at - 1 : at];
    }

    /// <summary>The lower bound of the next class.</summary>
    /// <param name="boundNs">The lower bound of a class, in ns.</param>
    /// <returns>The bound, in ns; null for the longest.</returns>
    public static long? After(long boundNs)
    {
        int next = Array.IndexOf(s_bounds, boundNs) + 1;
        return next < s_bounds.Length ? s_bounds[next] : null;
    }
}
