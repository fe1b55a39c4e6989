using Predictors.Plugins.SkiRental;

namespace Predictors.Plugins.Tests.SkiRental;

public class SkiRentalRandomizedTests
{
    private const int Draws = 100_000;

    // F(p) = (e^(p/C) - 1) / (e - 1).
    [Test]
    public void Windows_ManyDraws_HaveTheDensity()
    {
        long[] windows = [.. Windows(Loop()).Order()];

        double farthest = 0;
        for (int i = 0; i < Draws; i++)
        {
            double expected = (Math.Exp(windows[i] / 30_000.0) - 1) / (Math.E - 1);
            farthest = Math.Max(farthest, Math.Abs(expected - ((i + 0.5) / Draws)));
        }

        Assert.That(farthest, Is.LessThan(1.95 / Math.Sqrt(Draws)), "Kolmogorov-Smirnov at 0.1 %");
        Assert.That(windows, Is.All.InRange(0, 30_000));
    }

    // The expected cost is e/(e - 1) x min(x, C) at every idle length x.
    [TestCase(3_000)]
    [TestCase(15_000)]
    [TestCase(29_000)]
    [TestCase(31_000)]
    [TestCase(1_000_000)]
    public void Cost_ConstantIdle_IsOnTheBound(long idleNs)
    {
        double costNs = Windows(Loop()).Average(w => idleNs <= w ? idleNs : w + 30_000.0);

        Assert.That(costNs / Math.Min(idleNs, 30_000), Is.EqualTo(Math.E / (Math.E - 1)).Within(1).Percent);
    }

    [Test]
    public void Draws_SameSeedAndVcpu_AreTheSame() => Assert.That(Windows(Loop()), Is.EqualTo(Windows(Loop())));

    [TestCase("seed=2", 0)]
    [TestCase("seed=1", 1)]
    public void Draws_OtherSeedOrVcpu_AreOthers(string parameters, int vcpu)
    {
        long[] one = Windows(Loop());
        long[] other = Windows(Loop(parameters, vcpu));

        Assert.That(one.Zip(other).Count(p => p.First == p.Second), Is.LessThan(Draws / 1_000));
    }

    [Test]
    public void Draw_OfAPeriod_DoesNotDependOnWhatHappened()
    {
        ClosedLoop<SkiRentalRandomizedPredictor> shortIdles = Loop().Idle(1, times: 77);
        ClosedLoop<SkiRentalRandomizedPredictor> longIdles = Loop().Idle(1_000_000, times: 77);

        Assert.That(shortIdles.NextWindowNs, Is.EqualTo(longIdles.NextWindowNs));
    }

    private static ClosedLoop<SkiRentalRandomizedPredictor> Loop(string parameters = "", int vcpu = 0) =>
        new(new SkiRentalRandomizedFactory(), parameters, vcpu);

    private static long[] Windows(ClosedLoop<SkiRentalRandomizedPredictor> loop) =>
        [.. Enumerable.Range(0, Draws).Select(_ => loop.Idle(1_000_000).WindowNs)];
}
