using Predictors.IdlePath;
using Predictors.IdlePath.Tests;

namespace Predictors.Plugins.Tests;

/// <summary>Constant idle lengths on a machine without costs, through the whole engine: what each rule settles on is known.</summary>
public sealed class ConstantIdleTests
{
    private const int Warm = 100;
    private const int Steady = 400;

    // Table T14: from a cold start, defaults.
    [TestCase(20, 50, 20, 0, 20, 20, 0)]
    [TestCase(49, 50, 49, 0, 80, 49, 0)]
    [TestCase(55, 50, 50, 1, 80, 55, 0)]
    [TestCase(80, 50, 50, 1, 80, 80, 0)]
    [TestCase(99, 50, 50, 1, 160, 99, 0)]
    [TestCase(120, 100, 100, 1, 160, 120, 0)]
    [TestCase(180, 100, 100, 1, 200, 180, 0)]
    [TestCase(205, 0, 0, 1, 0, 0, 1)]
    public void ConstantIdle_ColdStart_GivesTableT14(
        long idleUs, long haltPollLimitUs, long haltPollPollUs, long halts, long kvmLimitUs, long kvmPollUs, long kvmBlocks)
    {
        Assert.Multiple(() =>
        {
            Assert.That(SteadyState("haltpoll", idleUs, []), Is.EqualTo((haltPollLimitUs, haltPollPollUs, halts)));
            Assert.That(SteadyState("kvm-halt-poll", idleUs, []), Is.EqualTo((kvmLimitUs, kvmPollUs, kvmBlocks)));
        });
    }

    // The same in the host's place, where the rule is at home: the guest halts at once.
    [TestCase(20, 20, 0)]
    [TestCase(49, 49, 0)]
    [TestCase(99, 99, 0)]
    [TestCase(180, 180, 0)]
    [TestCase(205, 0, 1)]
    public void ConstantIdle_KvmInTheHostsPlace_GivesTableT14(long idleUs, long pollUs, long blocks)
    {
        var settings = new ReplaySettings { Costs = new IdlePathCosts(MachineProfiles.Get("free")), HostPolling = Shipped.Get("kvm-halt-poll") };
        MadeUpTrace trace = MadeUpTrace.Of(Enumerable.Repeat(idleUs * 1_000, Warm + Steady));
        ReplayResult result = trace.Replay(
            Shipped.Get("halt"), settings with { ScoreFromNs = trace.Vcpus[0][Warm].EntryNs });

        Assert.That(result.Accounts.HostPollNs, Is.EqualTo(Steady * pollUs * 1_000));
        Assert.That(result.Halts - result.HostCaught, Is.EqualTo(Steady * blocks));
    }

    // Table T15: after the limit has reached 200 us by idles of 150, 150 and 205 us.
    [TestCase(205, 200, 200, 1)]
    [TestCase(260, 200, 200, 1)]
    [TestCase(310, 200, 200, 1)]
    [TestCase(350, 200, 200, 1)]
    [TestCase(395, 200, 200, 1)]
    [TestCase(410, 0, 0, 1)]
    public void ConstantIdle_AfterTheLimitReachedItsCap_GivesTableT15(long idleUs, long limitUs, long pollUs, long halts) =>
        Assert.That(SteadyState("haltpoll", idleUs, [150, 150, 205]), Is.EqualTo((limitUs, pollUs, halts)));

    [Test]
    public void Idles_BeforeTableT15_TakeTheLimitToItsCap()
    {
        List<LoggedDecision> log = Log("haltpoll", [150, 150, 205, 205]);

        Assert.That(log.Select(d => d.WindowNs), Is.EqualTo([0, 50_000, 100_000, 200_000]));
    }

    /// <summary>Limit and poll per idle in us, and halts per idle, once nothing changes any more.</summary>
    private static (long LimitUs, long PollUs, long Halts) SteadyState(string predictor, long idleUs, long[] beforeUs)
    {
        List<LoggedDecision> steady = [.. Log(predictor, [.. beforeUs, .. Enumerable.Repeat(idleUs, Warm + Steady)]).TakeLast(Steady)];

        Assert.That(steady.Select(d => (d.WindowNs, d.PolledNs, d.Caught)).Distinct().Count(), Is.EqualTo(1), "steady");
        return (steady[0].WindowNs / 1_000, steady[0].PolledNs / 1_000, steady[0].Caught ? 0 : 1);
    }

    private static List<LoggedDecision> Log(string predictor, long[] idlesUs) => LoggedDecision.Of(log => MadeUpTrace
        .Of(idlesUs.Select(us => us * 1_000))
        .Replay(Shipped.Get(predictor), new ReplaySettings { Costs = new IdlePathCosts(MachineProfiles.Get("free")) }, observer: log));
}
