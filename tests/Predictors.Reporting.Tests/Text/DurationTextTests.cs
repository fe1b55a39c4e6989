namespace Predictors.Reporting.Tests;

public class DurationTextTests
{
    [TestCase(0, "0 ns")]
    [TestCase(1, "1 ns")]
    [TestCase(999, "999 ns")]
    [TestCase(999.4, "999 ns")]
    [TestCase(999.5, "1.00 us")]
    [TestCase(1_000, "1.00 us")]
    [TestCase(9_994, "9.99 us")]
    [TestCase(9_995, "10.0 us")]
    [TestCase(12_345, "12.3 us")]
    [TestCase(99_949, "99.9 us")]
    [TestCase(99_950, "100 us")]
    [TestCase(999_499, "999 us")]
    [TestCase(999_500, "1.00 ms")]
    [TestCase(123_456_789, "123 ms")]
    [TestCase(12_345_678_901, "12.3 s")]
    [TestCase(3_600_000_000_000, "3600 s")]
    [TestCase(-12_345, "-12.3 us")]
    public void Format_Length_HasThreeDigitsAndAUnit(double ns, string expected) =>
        Assert.That(DurationText.Format(ns), Is.EqualTo(expected));
}
