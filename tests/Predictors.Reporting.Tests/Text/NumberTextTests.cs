namespace Predictors.Reporting.Tests;

public class NumberTextTests
{
    [TestCase(0, 100, "0.0")]
    [TestCase(1, 1_000_000, "<0.1")]
    [TestCase(71, 100, "71.0")]
    [TestCase(999_999, 1_000_000, ">99.9")]
    [TestCase(100, 100, "100.0")]
    [TestCase(0, 0, "-")]
    public void Percent_Part_NeverReadsAsAllOrNothing(double part, double whole, string expected) =>
        Assert.That(NumberText.Percent(part, whole), Is.EqualTo(expected));

    [Test]
    public void Fixed_Undefined_IsADash() => Assert.That(
        new[] { NumberText.Fixed(null, 1), NumberText.Fixed(double.NaN, 1), NumberText.Fixed(double.PositiveInfinity, 1) },
        Is.All.EqualTo("-"));

    [Test]
    public void Count_Large_HasGroups() => Assert.That(NumberText.Count(1_234_567), Is.EqualTo("1,234,567"));
}
