using Predictors.Abstractions;
using Predictors.Plugins.OnlineTable;

namespace Predictors.Plugins.Tests.OnlineTable;

public class OnlineTableTests
{
    [Test]
    public void NoIdlePeriodYet_PollsForHaltCost() => Assert.That(Loop().NextWindowNs, Is.EqualTo(30_000));

    // The shortest candidate that catches it: 96/512 and 384/512 of 30 us. At 30 us halting costs as much.
    [TestCase(5_000, 5_625)]
    [TestCase(5_625, 5_625)]
    [TestCase(5_626, 8_437)]
    [TestCase(17_000, 22_500)]
    [TestCase(29_900, 30_000)]
    [TestCase(30_000, 0)]
    public void ConstantIdle_OneLength_SetsTheWindow(long idleNs, long windowNs) =>
        Assert.That(Loop().Idle(idleNs).NextWindowNs, Is.EqualTo(windowNs));

    // After many short lengths a long one: its context is new, and the shorter one knows of short lengths only.
    [Test]
    public void NewContext_BeginsWithTheShorterOne()
    {
        ClosedLoop<OnlineTablePredictor> loop = Loop().Idle(5_000, times: 100).Idle(2_000_000);

        Assert.That(loop.NextWindowNs, Is.EqualTo(5_625));
    }

    // The context after 2 ms was met once, before 2 ms more: it still holds what the shorter one knows.
    [Test]
    public void ContextMetOnce_DoesNotForgetTheShorterOne()
    {
        ClosedLoop<OnlineTablePredictor> loop = Loop("trust=1,exit-latency=0ns").Idle(5_000, times: 100).Idle(2_000_000, times: 2);

        Assert.That(loop.NextWindowNs, Is.EqualTo(5_625));
    }

    // 5 us, 2 ms in turn: after four of each, each one's context tells of the other.
    [Test]
    public void KnownContext_TellsWhatComes()
    {
        ClosedLoop<OnlineTablePredictor> loop = Loop();
        for (int i = 0; i < 6; i++)
        {
            loop.Idle(5_000).Idle(2_000_000);
        }

        Assert.That(loop.NextWindowNs, Is.EqualTo(5_625));
        Assert.That(loop.Idle(5_000).NextWindowNs, Is.Zero);
    }

    [Test]
    public void Trust_MoreThanMet_LeavesTheDecisionToTheShorterContext()
    {
        ClosedLoop<OnlineTablePredictor> loop = Loop("trust=255,exit-latency=0ns");
        for (int i = 0; i < 6; i++)
        {
            loop.Idle(5_000, times: 3).Idle(2_000_000);
        }

        Assert.That(loop.Idle(5_000, times: 3).NextWindowNs, Is.EqualTo(5_625), "though 2 ms come next");
    }

    [TestCase("exit-latency=10us", 35_000, 30_000)]
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
