using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Predictors.Plugins.Costs;

namespace Predictors.Plugins.Tables;

/// <summary>What each candidate window has cost lately in each context: 66 bytes a context.</summary>
/// <param name="contexts">How many contexts there are.</param>
internal readonly struct CostTable(int contexts)
{
    private readonly int[] _costNs = new int[contexts * CandidateWindows.Count];
    private readonly byte[] _met = new byte[contexts];
    private readonly byte[] _cheapest = new byte[contexts];

    /// <summary>The window that has been cheapest lately in a context, the shortest of several.</summary>
    public int Cheapest(int context) => _cheapest[context];

    /// <summary>Whether anything is known of a context.</summary>
    public bool IsMet(int context) => _met[context] > 0;

    /// <summary>Meets a context: the first time it begins with what another one has learned.</summary>
    /// <param name="context">The context.</param>
    /// <param name="from">The other one.</param>
    /// <param name="trust">As how many idle periods of its own that counts at most.</param>
    public void Meet(int context, int from, int trust)
    {
        if (_met[context] == 0 && _met[from] > 0)
        {
            Costs(from).CopyTo(Costs(context));
            _met[context] = (byte)Math.Min(trust, _met[from]);
            _cheapest[context] = _cheapest[from];
        }
    }

    /// <summary>Says what windows have cost before anything was seen.</summary>
    /// <param name="context">The context.</param>
    /// <param name="costNs">The cost of each window.</param>
    /// <param name="trust">As how many idle periods it counts.</param>
    public void Teach(int context, ReadOnlySpan<int> costNs, int trust)
    {
        costNs.CopyTo(Costs(context));
        _met[context] = (byte)trust;
        _cheapest[context] = (byte)costNs.IndexOf(WindowCosts.Least(costNs));
    }

    /// <summary>Books what each window would have cost in an idle period.</summary>
    /// <param name="context">The context.</param>
    /// <param name="costNs">The costs.</param>
    /// <param name="memory">The weight of the newest idle period falls to 1 over 2 to the power of this.</param>
    public void Learn(int context, ReadOnlySpan<int> costNs, int memory)
    {
        int shift = Math.Min(memory, BitOperations.Log2((uint)_met[context] + 1));
        _met[context] = (byte)Math.Min(_met[context] + 1, byte.MaxValue);
        Vector256<int> half = Vector256.Create((1 << shift) >> 1);
        ref int costs = ref MemoryMarshal.GetReference(Costs(context));
        ref int news = ref MemoryMarshal.GetReference(costNs[..CandidateWindows.Count]);
        Vector256<int> least = Vector256.Create(int.MaxValue);
        for (nuint i = 0; i < CandidateWindows.Count; i += (nuint)Vector256<int>.Count)
        {
            Vector256<int> cost = Vector256.LoadUnsafe(ref costs, i);
            cost += (Vector256.LoadUnsafe(ref news, i) - cost + half) >> shift;
            cost.StoreUnsafe(ref costs, i);
            least = Vector256.Min(least, cost);
        }

        _cheapest[context] = (byte)FirstAt(ref costs, WindowCosts.Least(least));
    }

    private static int FirstAt(ref int costs, int leastNs)
    {
        Vector256<int> least = Vector256.Create(leastNs);
        uint at = 0;
        for (nuint i = 0; i < CandidateWindows.Count; i += (nuint)Vector256<int>.Count)
        {
            at |= Vector256.Equals(Vector256.LoadUnsafe(ref costs, i), least).ExtractMostSignificantBits() << (int)i;
        }

        return BitOperations.TrailingZeroCount(at);
    }

    private Span<int> Costs(int context) => _costNs.AsSpan(context * CandidateWindows.Count, CandidateWindows.Count);
}
