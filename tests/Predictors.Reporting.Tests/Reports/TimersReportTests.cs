using Predictors.IdlePath;
using Predictors.Ranking;

namespace Predictors.Reporting.Tests;

public sealed class TimersReportTests
{
    [Test]
    public void Write_TwoTimerPaths_IsAsExpected() => Expectation.Holds("timers", Report());

    [Test]
    public void Page_OfTimerPaths_SpeaksOfThemAndOfTheirPrice()
    {
        HtmlPage page = Report().ToPage();

        Assert.That(page.ContenderNoun, Is.EqualTo("timer paths"));
        Assert.That(page.Verdict, Is.EqualTo(
            "exitless needs the fewest VM exits: 9, 65.4 % fewer than tsc-deadline. It burns 34.90 % of the CPU time at a mean wake-up latency of 15.8 us; "
            + "tsc-deadline, 9.90 % of the CPU time at a mean wake-up latency of 15.8 us."));
        Assert.That(page.Sections.OfType<FrontSection>().Single().Text, Does.Not.Contain("clairvoyant").And.Not.Contain("sweep"));
    }

    [Test]
    public void Page_Exits_AreByKindAndSecond()
    {
        StackSection exits = Report().ToPage().Sections.OfType<StackSection>().First();

        // In 1 ms.
        Assert.That(exits.Parts.Select(p => p.Name), Is.EqualTo(["HLT", "timer write, idle", "timer write, busy", "timer expiry", "IPI", "PAUSE loop"]));
        Assert.That(exits.Scopes.Single()![0].Amounts, Is.EqualTo([4_000, 8_000, 10_000, 1_000, 3_000, 0]));
        Assert.That(exits.Scopes.Single()![1].Amounts, Is.EqualTo([4_000, 1_000, 1_000, 0, 3_000, 0]));
        Assert.That(exits.Scopes.Single()!.Select(b => b.Amounts.Sum()), Is.EqualTo(Report().Rows.Select(r => r.ExitsPerSecond)));
    }

    [Test]
    public void Compare_ToTheFirst_CountsIdleAndBusyExits()
    {
        IReadOnlyList<TimerRow> rows = Report().Rows;

        // 16 exits and 10 of busy writes against 8 and 1; an agent that 4 vCPUs share is borne by these two for a half.
        Assert.That(rows.Select(r => (r.Exits, r.ExitsSpared)), Is.EqualTo([(26L, 0L), (9, 17)]));
        Assert.That(rows.Select(r => r.ExitsPerSecond), Is.EqualTo([26_000.0, 9_000]));
        Assert.That(rows.Select(r => r.AgentCpus), Is.EqualTo([0, 0.5]));
    }

    private static TimersReport Report()
    {
        ReplayResult written = Samples.Halted with { TimerLateness = Late(20_000, 30_000), TimerWrites = 8, TimerExpiries = 2, BusyTimerWrites = 10, BusyTimerWriteExits = 10 };
        ReplayResult stored = written with
        {
            Exits = new ExitCounts(4, 1, 3, 0),
            TimerLateness = Late(21_000, 31_000),
            BusyTimerWriteExits = 1,
            Accounts = Samples.Halted.Accounts with { AgentNs = 500_000 },
        };
        return new TimersReport(
            TimerRow.Compare([("tsc-deadline", Score(written)), ("exitless", Score(stored))]),
            Samples.Settings with { Timer = "all", Setup = new MachineSetup { AgentVcpus = 4, PollPlace = PollPlace.InHalt } },
            ExchangeRate: 1,
            ["A note."]);
    }

    private static Score Score(ReplayResult result) =>
        Ranking.Score.Of(Samples.Halt, Samples.PingPong, result, new ClairvoyantResult(240_000, []), exchangeRate: 1);

    private static LatencyHistogram Late(params long[] latenessesNs)
    {
        var histogram = new LatencyHistogram();
        Array.ForEach(latenessesNs, ns => histogram.Record(ns));
        return histogram;
    }
}
