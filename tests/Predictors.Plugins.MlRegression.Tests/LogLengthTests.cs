using CsCheck;
using Predictors.Plugins.MlRegression.Features;

namespace Predictors.Plugins.MlRegression.Tests;

public sealed class LogLengthTests
{
    [Test]
    public void FromNs_AnyLength_IsAtMost9HundredthsBelowTheLogarithm() =>
        Gen.Long[1, 1L << 61].Sample(ns =>
        {
            double below = Math.Log2(ns) - LogLength.FromNs(ns);
            return below is > -1e-5 and < 0.087;
        });

    [Test]
    public void ToNs_LogarithmOfALength_GivesTheLengthBack() =>
        Gen.Int[0, 60].SelectMany(bits => Gen.Long[1L << bits, (2L << bits) - 1])
            .Sample(ns => Math.Abs(LogLength.ToNs(LogLength.FromNs(ns)) / ns - 1) < 1e-5);

    [TestCase(-5f, 1)]
    [TestCase(0f, 1)]
    [TestCase(10f, 1024)]
    [TestCase(10.5f, 1536)]
    [TestCase(1000f, 4.611686018427388e18)]
    public void ToNs_Logarithm_StaysBetween1NsAnd2To62Ns(float log, double ns) => Assert.That(LogLength.ToNs(log), Is.EqualTo(ns));

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(long.MinValue)]
    public void FromNs_NoLength_CountsAs1Ns(long ns) => Assert.That(LogLength.FromNs(ns), Is.Zero);
}
