using System.Numerics;

namespace Predictors.Plugins.OnlineTable;

/// <summary>What each candidate window would have cost lately in each context: 25 bytes a context.</summary>
internal readonly struct CostTable
{
    private const int FractionBits = 3;

    private readonly ushort[] _costs;
    private readonly byte[] _met;

    public CostTable(int contexts)
    {
        _costs = new ushort[contexts * CandidateWindows.Count];
        _met = new byte[contexts];
    }

    /// <summary>How often a context was met; it stays at 255.</summary>
    public int Met(int context) => _met[context];

    /// <summary>Meets a context for the first time: it begins with what another one has learned.</summary>
    public void Inherit(int context, int from)
    {
        Costs(from).CopyTo(Costs(context));
        _met[context] = 1;
    }

    /// <summary>Books an idle period.</summary>
    /// <param name="context">The context.</param>
    /// <param name="units">The idle length in units.</param>
    /// <param name="memory">The weight of a context met often is 1 over 2 to the power of this.</param>
    public void Learn(int context, int units, int memory)
    {
        Span<ushort> costs = Costs(context);
        ReadOnlySpan<short> windows = CandidateWindows.Units;
        int shift = Math.Min(memory, BitOperations.Log2((uint)_met[context] + 1));
        for (int i = 0; i < costs.Length; i++)
        {
            int cost = units <= windows[i] ? units : windows[i] + CandidateWindows.UnitsPerHalt;
            costs[i] = (ushort)(costs[i] + (((cost << FractionBits) - costs[i]) >> shift));
        }

        _met[context] = (byte)Math.Min(_met[context] + 1, byte.MaxValue);
    }

    /// <summary>The cheapest window of a context, the shortest of several.</summary>
    public int Cheapest(int context)
    {
        ReadOnlySpan<ushort> costs = Costs(context);
        int cheapest = 0;
        for (int i = 1; i < costs.Length; i++)
        {
            cheapest = costs[i] < costs[cheapest] ? i : cheapest;
        }

        return cheapest;
    }

    private Span<ushort> Costs(int context) => _costs.AsSpan(context * CandidateWindows.Count, CandidateWindows.Count);
}
