using CsCheck;

namespace Predictors.Abstractions.Tests;

internal sealed class DurationTests
{
    [TestCase("0", 0)]
    [TestCase("800ns", 800)]
    [TestCase("50us", 50_000)]
    [TestCase("1.5ms", 1_500_000)]
    [TestCase("2s", 2_000_000_000)]
    [TestCase("3min", 180_000_000_000)]
    [TestCase("24h", 86_400_000_000_000)]
    public void TryParse_LengthOfTime_GivesNs(string text, long expectedNs)
    {
        Assert.That(Duration.TryParse(text, out long ns), Is.True);
        Assert.That(ns, Is.EqualTo(expectedNs));
    }

    [TestCase("")]
    [TestCase("5")]
    [TestCase("us")]
    [TestCase("-5us")]
    [TestCase("5 us")]
    [TestCase("5US")]
    [TestCase("0.5ns")]
    [TestCase("1e3ns")]
    [TestCase("9223372037s")]
    [TestCase("5usus")]
    public void TryParse_NoLengthOfTime_IsRefused(string text) => Assert.That(Duration.TryParse(text, out _), Is.False);

    [TestCase(0, "0ns")]
    [TestCase(999, "999ns")]
    [TestCase(200_000, "200us")]
    [TestCase(1_500_000, "1500us")]
    [TestCase(90_000_000_000, "90s")]
    public void Format_Ns_TakesTheLargestWholeUnit(long ns, string expected) => Assert.That(Duration.Format(ns), Is.EqualTo(expected));

    [Test]
    public void Format_AnyLength_ReadsBack() =>
        Gen.Long[0, long.MaxValue].Sample(ns => Duration.TryParse(Duration.Format(ns), out long back) && back == ns);
}
