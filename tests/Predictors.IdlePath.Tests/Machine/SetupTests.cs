using CsCheck;
using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath.Tests;

/// <summary>What each choice of a setup does, by hand, on a machine whose every cost is another prime.</summary>
public sealed class SetupTests
{
    [Test]
    public void TimersFollowed_AnyReplay_ChangesNothingElse() => RandomReplay.Any.Sample(run =>
    {
        ReplayResult plain = run.Run();
        IdlePathCosts costs = run.Settings.Costs;
        ReplayResult followed = (run with { Settings = run.Settings with { Costs = costs.With(costs.Setup with { FollowsTimers = true }) } }).Run();

        Assert.That(followed.TimerLateness!.Count, Is.EqualTo(followed.TimerExpiries));
        Assert.That(ResultText.Of(followed with { TimerLateness = null }), Is.EqualTo(ResultText.Of(plain)));
    }, iter: 1_000);

    [Test]
    public void NohzOff_LongIdlePeriod_IsCutAtTheTicks()
    {
        // From 1 to 11 ms, ticks at 4 and 8 ms: three halts without a timer write before, one write after each tick, none restarts the tick.
        var period = new IdlePeriod(1_000_000, 11_000_000, 11_000_000, WakeCause.DeviceInterrupt, SegmentFlags.TaskRan);
        ReplayResult result = Replay(new MadeUpTrace([[period]], 0, 12_000_000), new MachineSetup { StopsTick = false });

        Assert.That(result.IdlePeriods, Is.EqualTo(3));
        Assert.That(result.Exits, Is.EqualTo(new ExitCounts(3, 2, 0, 0)));
        Assert.That(result.Accounts.BlockedNs, Is.EqualTo(10_000_000 - (3 * (307 + 401))));
        Assert.That((result.Latency.Count, result.Latency.TotalNs), Is.EqualTo((1, 2_003 + 503 + 151 + 53)));
        Assert.That(result.Accounts.WakeUpOverheadNs, Is.EqualTo((3 * (503 + 151 + 53)) + (2 * 211)));
    }

    [Test]
    public void HostWake_ByTheTimeAsleep_TakesTheRowOfTheSleep()
    {
        MachineProfile profile = MadeUpProfile.Primes with
        {
            CStates = [],
            Costs = MadeUpProfile.Primes.Costs with { HostWake = new ProfileCost("made up", AfterSleep: [new(0, 500), new(1_000, 700), new(5_000, 9_000)]) },
        };

        // Before the sleep: 211 + 307 + 401; after it entry, injection and restart.
        Assert.That(Latency(919 + 999), Is.EqualTo(500 + 151 + 53 + 211));
        Assert.That(Latency(919 + 1_000), Is.EqualTo(700 + 151 + 53 + 211));
        Assert.That(Latency(919 + 5_000), Is.EqualTo(9_000 + 151 + 53 + 211));

        long Latency(long idleNs) =>
            MadeUpTrace.Of([idleNs]).Replay(new ScriptedFactory(0).Bind(), new ReplaySettings { Costs = new IdlePathCosts(profile) }).Latency.TotalNs;
    }

    [Test]
    public void Luck_ManyDraws_FollowsTheQuantiles()
    {
        var curve = new CostCurve(new ProfileCost("made up", Quantiles: [new(0, 1_000), new(0.5, 2_000), new(0.9, 4_000), new(1, 24_000)]));
        long[] draws = [.. Enumerable.Range(0, 100_000).Select(i => curve.At(new Luck(1, 3, i).Share(LuckOf.HostWake), 0)).Order()];

        // The mean of what lies between two quantiles is their mean: 0.5 x 1,500 + 0.4 x 3,000 + 0.1 x 14,000.
        Assert.That(curve.MeanNs(0), Is.EqualTo(3_350));
        Assert.That(draws.Average(), Is.EqualTo(3_350).Within(50));
        Assert.That(draws[50_000], Is.EqualTo(2_000).Within(40));
        Assert.That(draws[90_000], Is.EqualTo(4_000).Within(120));
    }

    [Test]
    public void Luck_AnotherPredictor_IsTheSame()
    {
        MachineProfile profile = MadeUpProfile.Primes with
        {
            Costs = MadeUpProfile.Primes.Costs with { HostWake = new ProfileCost("made up", Quantiles: [new(0, 0), new(1, 1_000_000)]) },
        };
        var settings = new ReplaySettings { Costs = new IdlePathCosts(profile) };
        MadeUpTrace trace = MadeUpTrace.Of(Enumerable.Repeat(30_000L, 100));
        List<Decision> halts = [];
        List<Decision> halfHalts = [];
        trace.Replay(new ScriptedFactory(0) { Seen = halts }.Bind(), settings);
        trace.Replay(new ScriptedFactory(0, 90_000) { Seen = halfHalts }.Bind(), settings);

        Assert.That(halts.Select(d => d.Exit.IdleNs).Distinct().Count(), Is.GreaterThan(95));
        for (int i = 0; i < 100; i += 2)
        {
            Assert.That(halfHalts[i].Exit.IdleNs, Is.EqualTo(halts[i].Exit.IdleNs), $"period {i} halts under both");
        }
    }

    [TestCase(IpiPath.Exit, 229, 229, 1)]
    [TestCase(IpiPath.Posted, 197, 197, 1)]
    [TestCase(IpiPath.Virtualized, 139, 17, 0)]
    public void Ipi_ByEachPath_TakesItsTimeHereAndThere(IpiPath path, long latencyNs, long wakerNs, long exits)
    {
        OneIdlePeriod.Outcome outcome = new OneIdlePeriod(3_000, WakeCause.RescheduleIpi) { Setup = new MachineSetup { Ipi = path } }.Replay();

        Assert.That(outcome.Result.Latency.TotalNs, Is.EqualTo(latencyNs + 601 + 503 + 151 + 53 + 211));
        Assert.That((outcome.Result.Accounts.WakerIpiNs, outcome.Result.Exits.Ipi, outcome.Result.IpisSent), Is.EqualTo((wakerNs, exits, 1)));
    }

    [Test]
    public void Governor_ByTheLastSleep_PicksTooShallowAndTooDeep()
    {
        // Sleeps of 200 (no state), 9,000 (C2) and 200 ns: hindsight pays 0, 2,003, 0; the last sleep 0, 0, 2,003.
        MadeUpTrace trace = MadeUpTrace.Of([919 + 200, 919 + 9_000, 919 + 200]);
        long[] Latencies(HostGovernor governor)
        {
            List<Decision> seen = [];
            trace.Replay(new ScriptedFactory(0) { Seen = seen }.Bind(), new ReplaySettings { Costs = new IdlePathCosts(MadeUpProfile.Primes, new MachineSetup { Governor = governor }) });
            return [.. seen.Zip(trace.Vcpus[0], (d, p) => d.Exit.IdleNs - p.IdleNs - 503 - 151 - 53)];
        }

        Assert.That(Latencies(HostGovernor.Hindsight), Is.EqualTo([0L, 2_003, 0]));
        Assert.That(Latencies(HostGovernor.LastSleep), Is.EqualTo([0L, 0, 2_003]));
    }

    [Test]
    public void PollWake_ByIpi_TakesTheIpiAndTheWakersTime()
    {
        OneIdlePeriod.Outcome outcome = new OneIdlePeriod(500, WakeCause.RescheduleIpi) { WindowNs = 1_000, Setup = new MachineSetup { IpisToPollers = true } }.Replay();

        outcome.HasAccounts(
            new IdleAccounts { GuestPollCaughtNs = 500, WakeUpOverheadNs = 229 + 13, WakerIpiNs = 229 }, latencyNs: 229 + 13);
        Assert.That((outcome.Result.IpisSent, outcome.Result.IpisSpared), Is.EqualTo((1, 0)));
    }

    [Test]
    public void Conditions_OfAMachineThatVaries_AreItsMeans()
    {
        MachineProfile profile = MadeUpProfile.Primes with
        {
            Costs = MadeUpProfile.Primes.Costs with
            {
                TimerWriteExit = new ProfileCost("made up", Quantiles: [new(0, 0), new(1, 1_000)]),
                HostWake = new ProfileCost("made up", AfterSleep: [new(0, 500), new(7_000, Quantiles: [new(0, 600), new(1, 1_000)])]),
            },
        };
        MachineCosts told = RunConditionsOf.Settings(new ReplaySettings { Costs = new IdlePathCosts(profile) }).Machine!;

        Assert.That(told.TimerWriteNs, Is.EqualTo(500));
        Assert.That(told.Sleeps.Select(s => s.FromNs), Is.EqualTo([0L, 1_009, 5_003, 7_000]));
        long[] latencies = [.. told.Sleeps.Select(s => s.ByCause[(int)WakeCause.DeviceInterrupt].LatencyNs)];
        Assert.That(latencies, Is.EqualTo([500L + 151 + 53, 601 + 500 + 151 + 53, 2_003 + 500 + 151 + 53, 2_003 + 800 + 151 + 53]));
    }

    [Test]
    public void Sibling_WhileGuestAndHostPoll_LosesItsPart()
    {
        OneIdlePeriod.Outcome outcome = new OneIdlePeriod(3_000) { WindowNs = 1_000, HostWindowNs = 90_000, Setup = new MachineSetup { SiblingSlowdownPercent = 30 } }.Replay();

        // The guest looks at the clock every 101 ns: it polls for 1,010 ns; the host from then on but for tick stop and HLT exit.
        Assert.That(outcome.Result.Accounts.SiblingNs, Is.EqualTo((1_010 * 30 / 100) + ((3_000 - 1_010 - 211 - 307) * 30 / 100)));
    }

    [Test]
    public void HostLoad_ManyHalts_DelaysThatShareOfTheWakeUpsAndCutsPolls()
    {
        var load = new HostLoad(0.25, 1_000);
        Luck[] luck = [.. Enumerable.Range(0, 40_000).Select(i => new Luck(7, 1, i))];

        Assert.That(luck.Count(l => load.RunQueueWaitNs(l) > 0) / 40_000.0, Is.EqualTo(0.25).Within(0.01));
        Assert.That(luck.Select(load.RunQueueWaitNs).Where(w => w > 0).Average(), Is.EqualTo(500).Within(10));
        Assert.That(luck.Count(l => load.PollCutNs(l) == 0) / 40_000.0, Is.EqualTo(0.25).Within(0.01));
        Assert.That(luck.Max(load.PollCutNs), Is.LessThanOrEqualTo(3_000), "the gap of a load of one quarter");
        Assert.That((new HostLoad(0, 1_000).RunQueueWaitNs(luck[0]), new HostLoad(0, 1_000).PollCutNs(luck[0])), Is.EqualTo((0, long.MaxValue)));
    }

    // A fresh vCPU that polls 50 us: windows of 1,575 x (2^n - 1) ns fit five times.
    [TestCase(0, 50_000, 5, 0)]
    [TestCase(0, 1_575, 0, 0)]
    [TestCase(100, 1_576, 1, 1)]
    [TestCase(100, 5_000, 2, 200)]
    public void PauseLoop_OfAFreshVcpu_ExitsAsItsWindowsFit(long exitNs, long pollNs, long exits, long withinNs)
    {
        (long Exits, long WithinNs, long BeyondNs) found = new PauseLoop(exitNs).Poll(pollNs);

        Assert.That((found.Exits, found.WithinNs, found.BeyondNs), Is.EqualTo((exits, withinNs, (exits * exitNs) - withinNs)));
    }

    [Test]
    public void Setup_OutOfRange_IsRefused()
    {
        Assert.That(() => new IdlePathCosts(MadeUpProfile.Primes, new MachineSetup { HostLoadShare = 1 }), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new IdlePathCosts(MadeUpProfile.Primes, new MachineSetup { ScanPeriodNs = 999 }), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new IdlePathCosts(MadeUpProfile.Primes, new MachineSetup { AgentVcpus = 0 }), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void ModeCost_Missing_IsSaid() => Assert.That(
        new IdlePathCosts(MadeUpProfile.Primes, new MachineSetup { Timer = TimerPath.Exitless }).Assumptions,
        Is.EqualTo(["Profile made-up has no sharedPageStore: storeWake stands in.", "Profile made-up has no postedInterrupt: ipiSend stands in."]));

    private static ReplayResult Replay(MadeUpTrace trace, MachineSetup setup) =>
        trace.Replay(new ScriptedFactory(0).Bind(), new ReplaySettings { Costs = new IdlePathCosts(MadeUpProfile.Primes, setup) });
}
