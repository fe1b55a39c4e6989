using System.Runtime.CompilerServices;

namespace Predictors.Plugins.Tables;

/// <summary>What following each level would have cost lately above the cheapest window: the level with the least decides.</summary>
internal struct LevelLosses
{
    /// <summary>How many levels there may be.</summary>
    public const int MaxLevels = 5;

    // About the last five hundred idle periods count.
    private const int Memory = 9;
    private const int MaxLossNs = 1 << 28;

    private Losses _losses;

    /// <summary>The level that has lost least, the first of several.</summary>
    /// <param name="levels">How many levels there are.</param>
    public readonly int Leader(int levels)
    {
        int leader = 0;
        for (int level = 1; level < levels; level++)
        {
            leader = _losses[level] < _losses[leader] ? level : leader;
        }

        return leader;
    }

    /// <summary>Books what the window of a level would have cost above the cheapest.</summary>
    public void Learn(int level, int lossNs)
    {
        ref long loss = ref _losses[level];
        loss += Math.Min(lossNs, MaxLossNs) - (loss >> Memory);
    }

    [InlineArray(MaxLevels)]
    private struct Losses
    {
        private long _first;
    }
}
