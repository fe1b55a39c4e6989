using Predictors.Plugins.Teo;

namespace Predictors.Plugins.Tests.Teo;

public class TeoTests
{
    [Test]
    public void NothingKnown_Halts() => Assert.That(Loop().NextWindowNs, Is.Zero);

    [TestCase(0, 5_000)]
    [TestCase(4_999, 5_000)]
    [TestCase(5_000, 10_000)]
    [TestCase(12_000, 20_000)]
    [TestCase(20_000, 50_000)]
    [TestCase(49_999, 50_000)]
    [TestCase(50_000, 0)]
    public void NextTimer_NothingElseKnown_Decides(long timerNs, long windowNs)
    {
        ClosedLoop<TeoPredictor> loop = Loop();
        loop.NextTimerNs = timerNs;

        Assert.That(loop.NextWindowNs, Is.EqualTo(windowNs));
    }

    [TestCase(12_000, 20_000)]
    [TestCase(30_000, 50_000)]
    [TestCase(60_000, 0)]
    public void Intercept_One_LeadsToItsBin(long idleNs, long windowNs) =>
        Assert.That(Loop().Idle(idleNs).NextWindowNs, Is.EqualTo(windowNs));

    // Intercepts 896 of 1920, then 1680 of 2704 and 1470 of 3390: more than half, or not.
    [Test]
    public void Intercepts_NoMoreThanHalf_Halt()
    {
        Assert.That(Loop().Idle(12_000).Idle(1_000_000_000).NextWindowNs, Is.Zero);

        ClosedLoop<TeoPredictor> loop = Loop().Idle(12_000, times: 2).Idle(1_000_000_000);
        Assert.That(loop.NextWindowNs, Is.EqualTo(20_000));
        Assert.That(loop.Idle(1_000_000_000).NextWindowNs, Is.Zero);
    }

    // The bins hold 896 and 1024, the last one more: the deeper bin wins where it has more than half of 1920.
    [TestCase(12_000, 7_000, 10_000)]
    [TestCase(7_000, 12_000, 20_000)]
    public void Intercepts_OfTwoBins_LeadToTheDeeperIfItHasHalf(long firstNs, long lastNs, long windowNs) =>
        Assert.That(Loop().Idle(firstNs).Idle(lastNs).NextWindowNs, Is.EqualTo(windowNs));

    [TestCase(12_000, 20_000, TestName = "short idle lengths spare the look at the timer")]
    [TestCase(30_000, 10_000, TestName = "longer ones do not")]
    public void NextTimer_At7UsAfterIntercept_Decides(long idleNs, long windowNs)
    {
        ClosedLoop<TeoPredictor> loop = Loop().Idle(idleNs);
        loop.NextTimerNs = 7_000;

        Assert.That(loop.NextWindowNs, Is.EqualTo(windowNs));
    }

    // Each hit's count loses whole eighths apart from the total: the sum of hits may exceed the total.
    [Test]
    public void Hits_Always_FollowTheTimer()
    {
        ClosedLoop<TeoPredictor> loop = Loop();
        for (int i = 0; i < 1_000; i++)
        {
            long idleNs = i % 7 * 12_000;
            loop.NextTimerNs = idleNs;
            loop.Idle(idleNs);
        }

        loop.NextTimerNs = 30_000;
        Assert.That(loop.NextWindowNs, Is.EqualTo(50_000));
        loop.NextTimerNs = -1;
        Assert.That(loop.NextWindowNs, Is.Zero);
    }

    [TestCase(12_000, 10_000, TestName = "half of the exit latency is taken off")]
    [TestCase(9_999, 5_000, TestName = "half of the length where it is less")]
    public void ExitLatency_10UsAndHalted_ShortensTheLength(long idleNs, long windowNs) =>
        Assert.That(Loop("exit-latency=10us").Idle(idleNs).NextWindowNs, Is.EqualTo(windowNs));

    [TestCase(true, 20_000)]
    [TestCase(false, 0)]
    public void Intercept_AfterHaltWithoutTask_FindsTheTickStopped(bool taskRan, long windowNs)
    {
        ClosedLoop<TeoPredictor> loop = Loop();
        loop.TaskRan = taskRan;

        Assert.That(loop.Idle(12_000).NextWindowNs, Is.EqualTo(windowNs));
    }

    // Nearly all wake-ups come before the tick: it is kept, and short idle lengths lead to polling although no task runs.
    // After 5 ms the same number of times they do not.
    [TestCase(150_000, 20_000)]
    [TestCase(5_000_000, 0)]
    public void Tick_InterceptsBeforeIt_KeepItRunning(long idleNs, long windowNs)
    {
        ClosedLoop<TeoPredictor> loop = Loop().Idle(idleNs, times: 20);
        loop.TaskRan = false;

        Assert.That(loop.Idle(12_000, times: 20).NextWindowNs, Is.EqualTo(windowNs));
    }

    [Test]
    public void HaltCost_AboveAllStates_PollsForIt() =>
        Assert.That(Loop("halt-cost=1ms").NextWindowNs, Is.EqualTo(1_000_000));

    private static ClosedLoop<TeoPredictor> Loop(string parameters = "exit-latency=0ns") => new(new TeoFactory(), parameters);
}
