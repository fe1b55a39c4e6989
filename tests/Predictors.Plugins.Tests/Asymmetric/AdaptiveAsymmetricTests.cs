using Predictors.Plugins.Asymmetric;

namespace Predictors.Plugins.Tests.Asymmetric;

public class AdaptiveAsymmetricTests
{
    [Test]
    public void Halts_FromTheCap_TakeOffAnEighthEach() =>
        Assert.That(Windows(Loop(), 1_000_000, 4), Is.EqualTo([26_250, 22_969, 20_098, 17_586]));

    [Test]
    public void Halts_Many_EndAtTheFloor() =>
        Assert.That(Loop().Idle(1_000_000, times: 100).NextWindowNs, Is.EqualTo(5_000));

    [TestCase(5_000, 30_000)]
    [TestCase(5_001, 5_000)]
    public void CaughtAtTheFloor_JumpsToTheCap(long idleNs, long windowNs) =>
        Assert.That(Loop().Idle(1_000_000, times: 100).Idle(idleNs).NextWindowNs, Is.EqualTo(windowNs));

    // One halt in four wears a window down that grows and shrinks alike; this one is back at the cap with each catch.
    [Test]
    public void OccasionalHalt_AmongCatches_DoesNotWearTheWindowDown()
    {
        ClosedLoop<AdaptiveAsymmetricPredictor> loop = Loop();
        for (int i = 0; i < 100; i++)
        {
            loop.Idle(1_000_000).Idle(25_000, times: 3);
            Assert.That(loop.WindowNs, Is.EqualTo(30_000));
        }
    }

    [Test]
    public void Shrink_One_GoesToTheFloorAtOnce() =>
        Assert.That(Loop("shrink=1").Idle(1_000_000).NextWindowNs, Is.EqualTo(5_000));

    [Test]
    public void Min_AboveMax_IsTheCap() =>
        Assert.That(Windows(Loop("min=1ms,max=20us"), 1_000_000, 3), Is.All.EqualTo(20_000));

    [Test]
    public void Min_Zero_NeverPollsAgainAtZero() =>
        Assert.That(Windows(Loop("min=0ns,shrink=1").Idle(1_000_000), 1, 3), Is.All.Zero);

    private static ClosedLoop<AdaptiveAsymmetricPredictor> Loop(string parameters = "") => new(new AdaptiveAsymmetricFactory(), parameters);

    private static long[] Windows(ClosedLoop<AdaptiveAsymmetricPredictor> loop, long idleNs, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => loop.Idle(idleNs).NextWindowNs)];
}
