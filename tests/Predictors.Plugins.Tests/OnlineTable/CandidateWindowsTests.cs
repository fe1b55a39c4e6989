using CsCheck;
using Predictors.Abstractions;
using Predictors.IdlePath;
using Predictors.IdlePath.Tests;
using Predictors.Plugins.Costs;
using Predictors.Traces;

namespace Predictors.Plugins.Tests.OnlineTable;

/// <summary>What the table reckons is what the replay books.</summary>
public class CandidateWindowsTests
{
    private const double ExchangeRate = 4;

    private static readonly MachineProfile s_profile = MachineProfiles.Get("skylake-sp");
    private static readonly RunConditions s_conditions = Told(s_profile);

    // A remote store is seen at the next PAUSE, which the table leaves out; and arrivals in the middle of a step before the sleep are rare.
    // Of a halted idle period the arrival is taken to be in the later half: one that came when the sleep had hardly begun looks a little later.
    [Test]
    public void Cost_AnyIdlePeriodAndWindow_IsWhatTheReplayBooks() =>
        Gen.Select(Gen.Int[1, 3_000_000], Gen.Enum<WakeCause>(), Gen.Bool, Gen.Int[0, CandidateWindows.Count - 3]).Sample((arrivalNs, cause, taskRan, window) =>
        {
            var costs = new OutcomeCosts(s_conditions);
            var windows = new CandidateWindows(costs);
            int pollNs = windows.PollNs[window];
            bool inAStep = arrivalNs > pollNs && arrivalNs <= pollNs + costs.TickStopNs(tickRuns: true) + costs.HaltEntryNs;
            ReplayResult booked = Replay(arrivalNs, cause, taskRan, windows.WindowNs(pollNs), out IdleExit exit);

            Span<int> costNs = stackalloc int[CandidateWindows.Count];
            int row = OutcomeCosts.RowOf(in exit);
            CandidateWindows.Cost(costs, windows.PollNs, arrivalNs, row, tickRuns: true, costNs);

            double pauseNs = s_profile.Costs.Pause.LeastNs * (1 + ExchangeRate);
            Assert.That(costNs[window], Is.EqualTo(booked.CostNs(ExchangeRate)).Within(pauseNs).Or.EqualTo(booked.CostNs(ExchangeRate)).Within(inAStep ? 40_000 : 0));
            int toldNs = exit.HaltNs > 0 ? Math.Max(arrivalNs, (int)(exit.IdleNs / 2)) : arrivalNs;
            Assert.That(costs.ArrivalNs(in exit), Is.EqualTo(toldNs).Within(s_profile.Costs.Pause.LeastNs).Or.EqualTo(toldNs).Within(inAStep ? 4_000 : 0));
        });

    [Test]
    public void Arrival_WhenTheSleepHasHardlyBegun_IsTakenForTheMiddleOfTheIdlePeriod()
    {
        var costs = new OutcomeCosts(s_conditions);
        Replay(arrivalNs: 4_000, WakeCause.DeviceInterrupt, taskRan: true, windowNs: 0, out IdleExit exit);

        Assert.That(exit.HaltNs, Is.Positive);
        Assert.That(costs.ArrivalNs(in exit), Is.EqualTo(exit.IdleNs / 2).And.GreaterThan(4_000));
    }

    [Test]
    public void Timer_SoonEnough_HasAWindowThatLastsUntilItAndOneThatSleepsLessDeep()
    {
        var windows = new CandidateWindows(new OutcomeCosts(s_conditions));
        int[] pollNs = windows.PollNs.ToArray();
        windows.LookAtTimer(pollNs, nextTimerNs: 1_000_000);

        Assert.That(pollNs[^2], Is.InRange(1_000_000, 1_020_000));
        Assert.That(1_000_000 - pollNs[^1], Is.InRange(580_000, 603_850), "the sleep stays below the 600 us of C6");
    }

    [TestCase(IdleEntry.UnknownNs)]
    [TestCase(1_000_000_000_000)]
    public void Timer_UnknownOrFarAway_HasNoWindows(long nextTimerNs)
    {
        var windows = new CandidateWindows(new OutcomeCosts(s_conditions));
        int[] pollNs = windows.PollNs.ToArray();
        windows.LookAtTimer(pollNs, nextTimerNs);

        Assert.That(pollNs[^2..], Is.All.Zero);
    }

    private static ReplayResult Replay(int arrivalNs, WakeCause cause, bool taskRan, long windowNs, out IdleExit exit)
    {
        var seen = new List<Decision>();
        var period = new IdlePeriod(0, arrivalNs, arrivalNs, cause, taskRan ? SegmentFlags.TaskRan : SegmentFlags.None);
        ReplayResult result = new MadeUpTrace([[period]], 0, arrivalNs)
            .Replay(new ScriptedFactory(windowNs) { Seen = seen }.Bind(), new ReplaySettings { Costs = new IdlePathCosts(s_profile) });
        exit = seen[0].Exit;
        return result;
    }

    private static RunConditions Told(MachineProfile profile)
    {
        var factory = new ListeningFactory();
        MadeUpTrace.Of([1_000]).Replay(
            new BoundPredictor(factory, ParameterValues.Parse(factory.Description)),
            new ReplaySettings { Costs = new IdlePathCosts(profile), ExchangeRate = ExchangeRate });
        return factory.Told!;
    }
}
