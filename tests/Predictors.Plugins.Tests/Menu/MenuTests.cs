using Predictors.Plugins.Menu;

namespace Predictors.Plugins.Tests.Menu;

public class MenuTests
{
    [Test]
    public void NothingKnown_Halts() => Assert.That(Loop().NextWindowNs, Is.Zero);

    [TestCase(30_000, 30_000)]
    [TestCase(30_499, 30_000)]
    [TestCase(30_500, 0)]
    public void NextTimer_NothingElseKnown_Decides(long timerNs, long windowNs)
    {
        ClosedLoop<MenuPredictor> loop = Loop();
        loop.NextTimerNs = timerNs;

        Assert.That(loop.NextWindowNs, Is.EqualTo(windowNs));
    }

    [TestCase(30_000, 30_000)]
    [TestCase(31_000, 0)]
    public void TypicalInterval_NoTimer_Decides(long idleNs, long windowNs) =>
        Assert.That(Loop().Idle(idleNs, times: 8).NextWindowNs, Is.EqualTo(windowNs));

    [Test]
    public void Outliers_TwoOfEight_DoNotCount() =>
        Assert.That(Loop().Idle(20_000, times: 6).Idle(1_000_000).Idle(2_000_000).NextWindowNs, Is.EqualTo(30_000));

    [Test]
    public void Outliers_ThreeOfEight_Halt() =>
        Assert.That(Loop().Idle(20_000, times: 5).Idle(1_000_000).Idle(2_000_000).Idle(3_000_000).NextWindowNs, Is.Zero);

    [Test]
    public void NextTimer_BeforeTypicalInterval_Decides()
    {
        ClosedLoop<MenuPredictor> loop = Loop().Idle(100_000, times: 8);
        Assert.That(loop.NextWindowNs, Is.Zero);

        loop.NextTimerNs = 25_000;
        Assert.That(loop.NextWindowNs, Is.EqualTo(30_000));
    }

    // Wake-ups at 40 us, each before a timer at 90 us, after intervals that have nothing in common: the factor of the
    // bucket falls to 4/9, and a timer at 60 us counts as one at 27 us.
    [Test]
    public void CorrectionFactor_WakeUpsBeforeTheTimer_ShortenIt()
    {
        ClosedLoop<MenuPredictor> loop = Loop();
        for (int i = 0; i < 60; i++)
        {
            loop.NextTimerNs = 90_000;
            loop.Idle(40_000);
            loop.NextTimerNs = -1;
            loop.Idle(1_000_000L << (i % 8)).Idle(3_000_000L << (i % 8)).Idle(5_000_000L << (i % 8));
        }

        loop.NextTimerNs = 60_000;
        Assert.That(loop.NextWindowNs, Is.EqualTo(30_000));
        loop.NextTimerNs = 75_000;
        Assert.That(loop.NextWindowNs, Is.Zero);
    }

    // Typical is 1 us after one of 10 us; with the tick stopped so short a prediction gives way to the timer.
    [TestCase(true, 30_000)]
    [TestCase(false, 0)]
    public void ShortPrediction_AfterHaltWithoutTask_GivesWayToTimer(bool taskRan, long windowNs)
    {
        ClosedLoop<MenuPredictor> loop = Loop();
        loop.NextTimerNs = 10_000_000;
        loop.TaskRan = taskRan;

        Assert.That(loop.Idle(10_000).NextWindowNs, Is.EqualTo(windowNs));
    }

    [TestCase("tick=10ms", 0)]
    [TestCase("tick=11ms", 30_000)]
    public void Tick_LongerThanPrediction_IsNotStopped(string parameters, long windowNs)
    {
        ClosedLoop<MenuPredictor> loop = Loop(parameters);
        loop.NextTimerNs = 10_000_000;
        loop.TaskRan = false;

        Assert.That(loop.Idle(10_000).NextWindowNs, Is.EqualTo(windowNs));
    }

    // Halted 36 us long, 5 us of it the way out; at most twice 20 us only half counts.
    [TestCase("exit-latency=5us", 36_000, 0)]
    [TestCase("exit-latency=6us", 36_000, 30_000)]
    [TestCase("exit-latency=20us", 40_000, 30_000)]
    [TestCase("exit-latency=10us", 42_000, 0)]
    public void ExitLatency_OfHaltedLengths_IsTakenOff(string parameters, long idleNs, long windowNs)
    {
        ClosedLoop<MenuPredictor> loop = Loop(parameters + ",halt-cost=30us");
        for (int i = 0; i < 8; i++)
        {
            loop.Observe(idleNs, caught: false);
        }

        Assert.That(loop.NextWindowNs, Is.EqualTo(windowNs));
    }

    private static ClosedLoop<MenuPredictor> Loop(string parameters = "") =>
        new(new MenuFactory(), parameters.Contains("exit-latency", StringComparison.Ordinal) ? parameters : $"exit-latency=0ns,{parameters}");
}
