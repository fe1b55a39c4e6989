using CsCheck;
using Predictors.Abstractions;
using Predictors.Plugins.Fixed;

namespace Predictors.Plugins.Tests;

public class FixedTests
{
    [Test]
    public void Halt_AnyIdleLength_NeverPolls() =>
        Gen.Long[1, PollWindow.MaxNs].Array[1, 20].Sample(idles =>
        {
            var loop = new ClosedLoop<FixedWindowPredictor>(new HaltFactory());
            foreach (long idle in idles)
            {
                loop.Idle(idle);
                Assert.That((loop.PollNs, loop.Halts), Is.EqualTo((0, 1)));
            }
        });

    [Test]
    public void IdlePoll_AnyIdleLength_NeverHalts() =>
        Gen.Long[1, PollWindow.MaxNs].Array[1, 20].Sample(idles =>
        {
            var loop = new ClosedLoop<FixedWindowPredictor>(new IdlePollFactory());
            foreach (long idle in idles)
            {
                loop.Idle(idle);
                Assert.That((loop.PollNs, loop.Halts), Is.EqualTo((idle, 0)));
            }
        });

    [TestCase(20_000, 20_000, 0)]
    [TestCase(20_001, 20_000, 1)]
    public void FixedWindow_Default_PollsForItsWindow(long idleNs, long pollNs, long halts)
    {
        var loop = new ClosedLoop<FixedWindowPredictor>(new FixedWindowFactory()).Idle(idleNs, times: 3);

        Assert.That((loop.PollNs, loop.Halts), Is.EqualTo((pollNs, halts)));
    }

    [TestCase("window=0ns", 0)]
    [TestCase("window=70us", 70_000)]
    [TestCase("window=24h", PollWindow.MaxNs)]
    public void FixedWindow_WindowGiven_ReturnsIt(string parameters, long windowNs)
    {
        var loop = new ClosedLoop<FixedWindowPredictor>(new FixedWindowFactory(), parameters).Idle(1_000);

        Assert.That(loop.WindowNs, Is.EqualTo(windowNs));
    }

    [TestCase("window=25h")]
    [TestCase("window=50")]
    public void FixedWindow_WindowNotAccepted_SaysRange(string parameters) =>
        Assert.That(
            () => new ClosedLoop<FixedWindowPredictor>(new FixedWindowFactory(), parameters),
            Throws.TypeOf<FormatException>().With.Message.Contains("0ns to 86400s"));
}
