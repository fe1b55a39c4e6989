using Predictors.Abstractions;
using Predictors.Plugins.OnlineTable;

namespace Predictors.Plugins.Tests.OnlineTable;

public class OnlineTableTests
{
    [Test]
    public void NoIdlePeriodYet_HaltsAtOnce() => Assert.That(Loop().NextWindowNs, Is.Zero);

    // The shortest candidate that catches it, in sixteenths of 30 us. At 30 us halting costs as much.
    [TestCase(5_000, 5_625)]
    [TestCase(5_625, 5_625)]
    [TestCase(5_626, 9_375)]
    [TestCase(17_000, 22_500)]
    [TestCase(29_900, 33_750)]
    [TestCase(30_000, 0)]
    public void ConstantIdle_OneLength_SetsTheWindow(long idleNs, long windowNs) =>
        Assert.That(Loop().Idle(idleNs).NextWindowNs, Is.EqualTo(windowNs));

    [TestCase(10_000, 15_000)]
    [TestCase(50_000, 0)]
    public void HaltCost_Given_GoesBeforeTheMachine(long idleNs, long windowNs) =>
        Assert.That(Loop("halt-cost=30us,exit-latency=0ns").Idle(idleNs).NextWindowNs, Is.EqualTo(windowNs));

    // After many short lengths a long one: its context is new, and without a context short lengths are known only.
    [Test]
    public void NewContext_BeginsWithWhatIsKnownWithoutOne()
    {
        ClosedLoop<OnlineTablePredictor> loop = Loop().Idle(5_000, times: 100).Idle(2_000_000);

        Assert.That(loop.NextWindowNs, Is.EqualTo(5_625));
    }

    // 5 us, 2 ms in turn: each one's context tells of the other, and it is the context that has lost least.
    [Test]
    public void KnownContext_TellsWhatComes()
    {
        ClosedLoop<OnlineTablePredictor> loop = Loop();
        for (int i = 0; i < 10; i++)
        {
            loop.Idle(5_000).Idle(2_000_000);
        }

        Assert.That(loop.NextWindowNs, Is.EqualTo(5_625));
        Assert.That(loop.Idle(5_000).NextWindowNs, Is.Zero);
    }

    [TestCase("exit-latency=10us", 35_000, 33_750)]
    [TestCase("exit-latency=20us", 39_000, 22_500)]
    [TestCase("exit-latency=0ns", 35_000, 0)]
    public void ExitLatency_OfHaltedLengths_IsTakenOff(string parameters, long idleNs, long windowNs) =>
        Assert.That(Loop(parameters).Idle(idleNs).NextWindowNs, Is.EqualTo(windowNs));

    [Test]
    public void State_PerVcpu_TakesLessThan8Kb()
    {
        var factory = new OnlineTableFactory();
        ParameterValues values = ParameterValues.Parse(factory.Description);
        factory.Create(values, vcpu: 0);
        long before = GC.GetAllocatedBytesForCurrentThread();
        factory.Create(values, vcpu: 1);

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.InRange(1, 8_192));
    }

    private static ClosedLoop<OnlineTablePredictor> Loop(string parameters = "exit-latency=0ns") => new(new OnlineTableFactory(), parameters);
}
