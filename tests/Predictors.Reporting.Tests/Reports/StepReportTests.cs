using Predictors.Abstractions;
using Predictors.IdlePath;
using Predictors.Ranking;

namespace Predictors.Reporting.Tests;

public class StepReportTests
{
    private const long Unknown = IdleEntry.UnknownNs;

    private static readonly SteppedWalk s_walk = new()
    {
        Trace = "made-up.wake",
        TraceSha256 = "aa11",
        FirstNs = 1_000_000,
        Contender = Samples.Score().Contender,
        Vcpu = 3,
        Settings = Samples.Settings,
        ExchangeRate = 2,
        Notes = ["A note."],
    };

    // One of each kind of outcome, with what the trace does not tell, and a window that never ends.
    private static readonly SteppedDecision[] s_decisions =
    [
        Decision(1, 20_000, Exit(polledNs: 15_200, haltNs: 0, caught: true), wasteNs: 15_200, before: null, busyNs: Unknown, nextTimerNs: Unknown),
        Decision(2, 20_000, Exit(polledNs: 20_000, haltNs: 40_000), wasteNs: 31_000, before: Exit(polledNs: 15_200, haltNs: 0, caught: true)),
        Decision(3, PollWindow.None, Exit(polledNs: 0, haltNs: 60_000), wasteNs: 9_000, before: Exit(polledNs: 20_000, haltNs: 40_000)),
        Decision(4, PollWindow.None, Exit(polledNs: 0, haltNs: 15_200), wasteNs: 8_000, before: Exit(polledNs: 0, haltNs: 60_000), hostPollNs: 5_000),
        Decision(1_000, PollWindow.MaxNs, Exit(polledNs: 300, haltNs: 0), wasteNs: 15_200, before: Exit(polledNs: 0, haltNs: 0)),
    ];

    [Test]
    public void Write_EachOutcome_IsAsExpected() => Expectation.Holds("step", new StepReport(s_walk, s_decisions));

    [Test]
    public void Text_EachOutcome_IsAsExpected() => Expectation.Holds(
        "step.text",
        string.Concat(s_decisions.SelectMany(d => StepText.Of(s_walk, d)).Prepend(StepText.Heading(s_walk)).Concat(StepText.Legend(s_walk)).Select(line => line + "\n")));

    private static IdleExit Exit(long polledNs, long haltNs, bool caught = false) =>
        new(polledNs + haltNs, polledNs, haltNs, caught, WakeCause.RescheduleIpi, taskRan: true);

    private static SteppedDecision Decision(
        long number, long windowNs, IdleExit exit, long wasteNs, IdleExit? before, long busyNs = 4_000, long nextTimerNs = 700_000, long hostPollNs = 0) => new()
        {
            Number = number,
            Before = before,
            Period = new ReplayedPeriod
            {
                Entry = new IdleEntry { Vcpu = 3, NowNs = 1_000_000 + (number * 100_000), BusyNs = busyNs, NextTimerNs = nextTimerNs },
                WindowNs = windowNs,
                Exit = exit,
                ArrivalNs = exit.IdleNs,
                IsScored = true,
                Cost = new CostBlock(wasteNs, 150),
                Accounts = new PeriodAccounts
                {
                    GuestPollCaughtNs = exit.Caught ? exit.PolledNs : 0,
                    GuestPollFailedNs = exit.Caught ? 0 : exit.PolledNs,
                    TransitionNs = 0,
                    HostPollCaughtNs = hostPollNs,
                    HostPollFailedNs = 0,
                    BlockedNs = exit.HaltNs - hostPollNs,
                    WakeUpOverheadNs = 0,
                    WakerIpiNs = 0,
                    HousekeepingNs = 0,
                    SiblingNs = 0,
                },
            },
            HaltedAtOnce = new CostBlock(9_000, 4_000),
            PolledThrough = new CostBlock(15_200, 150),
            ClairvoyantNs = 8_300,
        };
}
