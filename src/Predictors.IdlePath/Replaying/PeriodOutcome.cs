namespace Predictors.IdlePath;

/// <summary>What became of an idle period.</summary>
public enum PeriodOutcome
{
    /// <summary>The wake-up came while the guest polled.</summary>
    Caught,

    /// <summary>The wake-up came after the poll and before the halt.</summary>
    Abandoned,

    /// <summary>The guest halted; the wake-up came while the host polled.</summary>
    HostCaught,

    /// <summary>The guest polled in vain and halted, and the host did not catch the wake-up.</summary>
    HaltedAfterPoll,

    /// <summary>The guest halted at once, and the host did not catch the wake-up.</summary>
    HaltedAtOnce,
}
