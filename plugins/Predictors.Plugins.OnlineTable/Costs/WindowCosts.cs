using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Predictors.Plugins.Costs;

/// <summary>The least of what windows cost.</summary>
internal static class WindowCosts
{
    /// <summary>The least cost of all windows.</summary>
    public static int Least(ReadOnlySpan<int> costNs)
    {
        ref int costs = ref MemoryMarshal.GetReference(costNs[..CandidateWindows.Count]);
        Vector256<int> least = Vector256.LoadUnsafe(ref costs);
        for (nuint i = (nuint)Vector256<int>.Count; i < CandidateWindows.Count; i += (nuint)Vector256<int>.Count)
        {
            least = Vector256.Min(least, Vector256.LoadUnsafe(ref costs, i));
        }

        return Least(least);
    }

    /// <summary>The least element.</summary>
    public static int Least(Vector256<int> costs)
    {
        Vector128<int> least = Vector128.Min(costs.GetLower(), costs.GetUpper());
        least = Vector128.Min(least, Vector128.Shuffle(least, Vector128.Create(2, 3, 0, 1)));
        return Math.Min(least[0], least[1]);
    }
}
