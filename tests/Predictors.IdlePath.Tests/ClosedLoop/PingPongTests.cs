using Predictors.Abstractions;
using Predictors.Plugins.HaltPoll;
using Predictors.Plugins.KvmHaltPoll;

namespace Predictors.IdlePath.Tests;

public sealed class PingPongTests
{
    private const int Turns = 1_000;
    private const long WorkNs = PingPong.Work0Ns + PingPong.Work1Ns;

    private static readonly IdlePathCosts s_free = new(MachineProfiles.Get("free"));

    // Awake within the PAUSE: leaves the poll loop, 13 ns, twice a turn.
    [Test]
    public void Period_OfPollingVcpus_IsWorkAndStoreWakes()
    {
        var costs = new IdlePathCosts(MadeUpProfile.Primes with { Costs = MadeUpProfile.Primes.Costs with { Pause = new ProfileCost(0, "none") } });
        ReplayResult result = Run(new ScriptedFactory(PollWindow.MaxNs).Bind(), costs);

        Assert.That(result.ClosedLoop!.ElapsedNs, Is.EqualTo(Turns * (WorkNs + 13 + 13)));
        Assert.That((result.Caught, result.Accounts.WakerIpiOnTimeLineNs), Is.EqualTo((2 * Turns, 0)));
        Assert.That((result.ClosedLoop.RoundTrips.MaxNs, result.ClosedLoop.RoundTrips.MeanNs), Is.EqualTo((WorkNs + 26, WorkNs + 26.0)));
    }

    // IPI 229, C-state 601 (asleep for 1,009 ns or more), host wake 503, entry 151, injection 53, tick restart 211.
    [Test]
    public void Period_OfHaltingVcpus_IsWorkAndTwoHalts()
    {
        ReplayResult result = Run(new ScriptedFactory(0).Bind(), new IdlePathCosts(MadeUpProfile.Primes));
        const long haltNs = 229 + 601 + 503 + 151 + 53 + 211;

        Assert.That(result.ClosedLoop!.ElapsedNs, Is.EqualTo(Turns * (WorkNs + (2 * haltNs))));
        Assert.That((result.ClosedLoop.RoundTrips.MaxNs, result.ClosedLoop.RoundTrips.MeanNs), Is.EqualTo((WorkNs + (2 * haltNs), WorkNs + (2.0 * haltNs))));
        Assert.That(result.IpisSent, Is.EqualTo(2 * Turns));
    }

    [TestCaseSource(nameof(Predictors))]
    public void ElapsedTime_UnderAnyPredictor_IsWorkAndLatencies(BoundPredictor predictor)
    {
        foreach (string profile in (string[])["primes", "skylake-sp", "free"])
        {
            var costs = new IdlePathCosts(profile == "primes" ? MadeUpProfile.Primes : MachineProfiles.Get(profile));
            ReplayResult result = Run(predictor, costs);

            Assert.That(result.ClosedLoop!.ElapsedNs, Is.EqualTo((Turns * WorkNs) + result.Latency.TotalNs), profile);
            Assert.That(result.Latency.Count, Is.EqualTo(2 * Turns));
            Assert.That(result.ClosedLoop.AtWork, Is.Zero);
        }
    }

    [Test]
    public void Work_RecordedOnAMachineWithOverhead_IsTheRecordedOneWithoutIt()
    {
        // The recording: an IPI of 50 ns after each wake-up within the tail of the work, a restarted tick of 40 ns before it.
        var recordedOn = new IdlePathCosts(MadeUpProfile.Of(ipiSendNs: 50, timerWriteNs: 40));
        ReplayResult result = ClosedLoopReplay
            .Create(PingPong.Of(Turns).Graph(recordedOn), new ScriptedFactory(0).Bind(), new ReplaySettings { Costs = s_free }).Run();

        // vCPU 0 first works without having been woken; the last work on each side ends with a wake-up.
        Assert.That(result.ClosedLoop!.ElapsedNs, Is.EqualTo((Turns * (WorkNs - 80)) + 40));
    }

    private static IEnumerable<BoundPredictor> Predictors =>
    [
        new ScriptedFactory(0).Bind(),
        new ScriptedFactory(PollWindow.MaxNs).Bind(),
        new ScriptedFactory(100, 5_000, 0, 3_000) { DecisionNs = 41 }.Bind(),
        RandomReplay.Bound(new HaltPollFactory()),
        RandomReplay.Bound(new KvmHaltPollFactory(), "max=20us", "grow-start=2us"),
    ];

    private static ReplayResult Run(BoundPredictor predictor, IdlePathCosts costs) =>
        ClosedLoopReplay.Create(PingPong.Of(Turns).Graph(s_free), predictor, new ReplaySettings { Costs = costs }).Run();
}
