using Predictors.Abstractions;
using Predictors.IdlePath;
using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>One decision in a few lines, for somebody who walks through them.</summary>
public static class StepText
{
    /// <summary>What is walked through.</summary>
    /// <param name="walk">The walk.</param>
    /// <returns>A line.</returns>
    public static string Heading(SteppedWalk walk)
    {
        ArgumentNullException.ThrowIfNull(walk);
        return PlainText.Of($"{walk.Contender.Spec} on vCPU {walk.Vcpu} of {walk.Trace}");
    }

    /// <summary>What the reader of the figures has to know.</summary>
    /// <param name="walk">The walk.</param>
    /// <returns>Sentences.</returns>
    public static IEnumerable<string> Legend(SteppedWalk walk)
    {
        ArgumentNullException.ThrowIfNull(walk);
        return RunNotes.Of(walk.Settings, walk.ExchangeRate)
            .Concat(
            [
                "At once and polled through: what the same idle period costs a guest that always halts at once, or always polls until the wake-up comes. "
                    + "The best window in hindsight is that of the cheaper one; above best is what the decision cost more.",
                "Clairvoyant: the least that the idle period could cost, whatever was decided.",
            ])
            .Concat(walk.Notes);
    }

    /// <summary>A decision: what the predictor knew, what it decided, what came, and what it cost.</summary>
    /// <param name="walk">The walk that it belongs to.</param>
    /// <param name="decision">The decision.</param>
    /// <returns>Lines.</returns>
    public static IEnumerable<string> Of(SteppedWalk walk, SteppedDecision decision)
    {
        ArgumentNullException.ThrowIfNull(walk);
        ArgumentNullException.ThrowIfNull(decision);
        ReplayedPeriod period = decision.Period;
        double rate = walk.ExchangeRate;
        yield return $"#{NumberText.Count(decision.Number)}  vCPU {walk.Vcpu}, {NumberText.Us(period.Entry.NowNs - walk.FirstNs)} us from the trace's beginning";
        yield return $"  knew      busy before {Known(period.Entry.BusyNs, " us")}; next timer {Known(period.Entry.NextTimerNs, " us")}; {Before(decision.Before)}";
        yield return $"  decided   {Decided(period.WindowNs)}";
        yield return $"  came      {KebabText.Of(period.Exit.Cause)} after {NumberText.Us(period.ArrivalNs)} us: {Outcome(period)}";
        yield return $"  cost      {NumberText.Us(period.Cost.CostNs(rate))} us = waste {NumberText.Us(period.Cost.WasteNs)} us + {NumberText.Exact(rate)} x latency "
            + $"{NumberText.Us(period.Cost.LatencyNs)} us";
        yield return $"  hindsight halting at once {NumberText.Us(decision.HaltedAtOnce.CostNs(rate))} us, polling through {NumberText.Us(decision.PolledThrough.CostNs(rate))} us: "
            + $"{Above(decision.AboveBestNs(rate))}; clairvoyant {NumberText.Us(decision.ClairvoyantNs)} us";
    }

    internal static string Known(long ns, string unit = "") => ns < 0 ? NumberText.Undefined : NumberText.Us(ns) + unit;

    internal static string Window(long windowNs) => windowNs == PollWindow.MaxNs ? "never halts" : NumberText.Us(windowNs);

    private static string Before(IdleExit? before) => before is { } last
        ? $"last idle period {NumberText.Us(last.IdleNs)} us, {(last.Caught ? "caught" : last.HaltNs > 0 ? "halted" : "abandoned")}"
        : "no idle period before";

    // A poll that gives up in time, or a host that catches, can beat both.
    private static string Above(double aboveNs) => aboveNs < 0 ? $"{NumberText.Us(-aboveNs)} us below both" : $"{NumberText.Us(aboveNs)} us above the better one";

    private static string Decided(long windowNs) => windowNs switch
    {
        PollWindow.None => "to halt at once",
        PollWindow.MaxNs => "to poll and never halt",
        _ => $"to poll for {NumberText.Us(windowNs)} us",
    };

    private static string Outcome(in ReplayedPeriod period) => period.Outcome switch
    {
        PeriodOutcome.Caught => $"caught, polled for {NumberText.Us(period.Exit.PolledNs)} us",
        PeriodOutcome.Abandoned => "abandoned, it came between the poll and the halt",
        PeriodOutcome.HostCaught => $"halted, and the host caught it after polling for {NumberText.Us(period.Accounts.HostPollCaughtNs)} us",
        PeriodOutcome.HaltedAfterPoll => $"polled in vain for {NumberText.Us(period.Exit.PolledNs)} us, then halted; slept for {NumberText.Us(period.Accounts.BlockedNs)} us",
        PeriodOutcome.HaltedAtOnce => $"halted at once; slept for {NumberText.Us(period.Accounts.BlockedNs)} us",
        _ => throw new ArgumentOutOfRangeException(nameof(period), period.Outcome, "There is no text for it."),
    };
}
