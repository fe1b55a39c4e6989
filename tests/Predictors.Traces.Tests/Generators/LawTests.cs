using Predictors.Traces.Generators;

namespace Predictors.Traces.Tests.Generators;

public sealed class LawTests
{
    private const int Steps = 500_000;

    private static IEnumerable<TestCaseData> Laws() =>
    [
        new TestCaseData(new ConstantLaw(12_345)).SetArgDisplayNames("constant"),
        new TestCaseData(new UniformLaw(50_000)).SetArgDisplayNames("uniform"),
        new TestCaseData(new ExponentialLaw(100_000)).SetArgDisplayNames("exponential"),
        new TestCaseData(new ParetoLaw(100_000, 6)).SetArgDisplayNames("pareto"),
        new TestCaseData(new BoundedParetoLaw(10_000, 1_000_000, 1.2)).SetArgDisplayNames("bounded pareto"),
        new TestCaseData(new BoundedParetoLaw(10_000, 1_000_000, 2)).SetArgDisplayNames("bounded pareto of shape 2"),
    ];

    [TestCaseSource(nameof(Laws))]
    public void Moments_ClosedForm_AreThoseOfTheDraws(object law)
    {
        var drawn = (Law)law;
        double mean = 0;
        double square = 0;
        for (int i = 0; i < Steps; i++)
        {
            double ns = drawn.DrawNs((i + 0.5) / Steps);
            mean += ns / Steps;
            square += ns * ns / Steps;
        }

        Assert.That(mean, Is.EqualTo(drawn.Moments.MeanNs).Within(0.01).Percent);
        Assert.That(square - (mean * mean), Is.EqualTo(drawn.Moments.VarianceNs2!.Value).Within(1).Percent.Or.EqualTo(0).Within(1));
    }

    [TestCaseSource(nameof(Laws))]
    public void ShareWithin_AnyDraw_IsWhereItWasDrawn(object law)
    {
        var drawn = (Law)law;
        if (drawn is ConstantLaw)
        {
            Assert.That((drawn.ShareWithin(12_344), drawn.ShareWithin(12_345)), Is.EqualTo((0.0, 1.0)));
            return;
        }

        // Inversion may run from the long end to the short one.
        bool fromTheLongEnd = drawn.DrawNs(0.1) > drawn.DrawNs(0.9);
        for (double share = 0.05; share < 1; share += 0.05)
        {
            Assert.That(drawn.ShareWithin(drawn.DrawNs(fromTheLongEnd ? 1 - share : share)), Is.EqualTo(share).Within(1e-3));
        }
    }

    [Test]
    public void LongestOf_SeveralLengths_IsThatOfTheDraws()
    {
        const int Count = 4;
        const int Trials = 100_000;
        foreach (Law law in new Law[] { new ConstantLaw(5_000), new UniformLaw(50_000), new ExponentialLaw(100_000), new ParetoLaw(100_000, 6) })
        {
            double mean = 0;
            for (int i = 0; i < Trials; i++)
            {
                var draws = new KeyedDraws(3, i);
                mean += Enumerable.Range(0, Count).Max(d => law.DrawNs(draws.Uniform(0, d))) / (double)Trials;
            }

            Moments longest = law.LongestOf(Count);
            Assert.That(mean, Is.EqualTo(longest.MeanNs).Within(0.5 + (5 * Math.Sqrt(longest.VarianceNs2!.Value / Trials))), law.GetType().Name);
            Assert.That(law.LongestOf(1), Is.EqualTo(law.Moments), law.GetType().Name);
        }
    }
}
