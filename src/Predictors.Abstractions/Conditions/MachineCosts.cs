namespace Predictors.Abstractions;

/// <summary>What an idle period costs on a machine, as far as a predictor can reckon with it; the mean where costs vary.</summary>
/// <remarks>
/// A wake-up that arrives within the poll window costs the time polled and <see cref="Caught"/>. Any other costs the whole poll, a timer
/// write where the tick still ran, <see cref="HaltEntryNs"/>, and what <see cref="Sleeps"/> says of the time asleep; a task that runs waits for
/// one more timer write, which restarts the tick. The host's own halt polling is not in it.
/// </remarks>
public sealed record MachineCosts
{
    /// <summary>The time between two looks at the clock in the guest's poll loop, in ns: a poll ends at the first multiple above its window. 0 where it ends at the window.</summary>
    public required long PollGranularityNs { get; init; }

    /// <summary>A write of the timer deadline, in ns: stopping the tick takes one, and so does restarting it.</summary>
    public required long TimerWriteNs { get; init; }

    /// <summary>From the HLT until the vCPU sleeps, in ns: CPU time.</summary>
    public required long HaltEntryNs { get; init; }

    /// <summary>A wake-up while the guest polls, by wake cause: <see cref="WakeCause"/> is the index.</summary>
    public required IReadOnlyList<WakeUpCost> Caught { get; init; }

    /// <summary>Wake-ups of a sleeping vCPU, by the time asleep: one step or more, ascending, the first from 0 ns on.</summary>
    public required IReadOnlyList<SleepCost> Sleeps { get; init; }
}
