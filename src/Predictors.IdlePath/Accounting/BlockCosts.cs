namespace Predictors.IdlePath;

/// <summary>The sizes of the blocks that <see cref="BlockCosts{T}"/> makes.</summary>
public static class BlockCosts
{
    /// <summary>The shortest block, in idle periods.</summary>
    public const int MinLength = 256;

    /// <summary>The number of blocks of one vCPU at which neighbours are merged.</summary>
    public const int MaxBlocks = 256;
}
