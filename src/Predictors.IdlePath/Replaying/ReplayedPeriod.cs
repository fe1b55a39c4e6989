using Predictors.Abstractions;

namespace Predictors.IdlePath;

/// <summary>One idle period of a replay: what was decided, what happened and what it cost.</summary>
public readonly struct ReplayedPeriod
{
    /// <summary>What the predictor was told at the entry.</summary>
    public required IdleEntry Entry { get; init; }

    /// <summary>The poll window that it answered with, in ns.</summary>
    public required long WindowNs { get; init; }

    /// <summary>What the predictor was told at the end.</summary>
    public required IdleExit Exit { get; init; }

    /// <summary>The arrival of the wake-up, counted from the entry, in ns.</summary>
    public required long ArrivalNs { get; init; }

    /// <summary>Whether the period counts in the result; those before the scored part do not.</summary>
    public required bool IsScored { get; init; }

    /// <summary>What the period cost; the costs of all scored periods add up to that of the run.</summary>
    public required CostBlock Cost { get; init; }

    /// <summary>Where the time of the period went.</summary>
    public required PeriodAccounts Accounts { get; init; }

    /// <summary>What became of the period.</summary>
    public PeriodOutcome Outcome =>
        Exit.Caught ? PeriodOutcome.Caught
        : Exit.HaltNs == 0 ? PeriodOutcome.Abandoned
        : Accounts.HostPollCaughtNs > 0 ? PeriodOutcome.HostCaught
        : Exit.PolledNs > 0 ? PeriodOutcome.HaltedAfterPoll
        : PeriodOutcome.HaltedAtOnce;
}
