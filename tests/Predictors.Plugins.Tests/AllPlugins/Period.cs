using Predictors.Abstractions;

namespace Predictors.Plugins.Tests.AllPlugins;

/// <summary>One idle period of a machine without costs.</summary>
internal readonly record struct Period(long IdleNs, long BusyNs, long NextTimerNs, WakeCause Cause)
{
    /// <summary>Whether the idle period is over within a window.</summary>
    public bool IsCaughtBy(long windowNs) => IdleNs <= windowNs;

    /// <summary>What it costs with a window: the polled time, and a halt unless it was caught.</summary>
    public long CostNs(long windowNs, long haltCostNs) => IsCaughtBy(windowNs) ? IdleNs : windowNs + haltCostNs;
}
