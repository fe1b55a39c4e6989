namespace Predictors.Reporting.Tests;

public class BarTextTests
{
    [TestCase(10, "##########")]
    [TestCase(5, "#####")]
    [TestCase(0.2, ".")]
    [TestCase(0, "")]
    [TestCase(-3, "")]
    public void Of_AShareOfTen_IsAsLong(double value, string bar) => Assert.That(BarText.Of(value, most: 10, width: 10), Is.EqualTo(bar));

    [Test]
    public void Of_NothingButZeros_IsNothing() => Assert.That(BarText.Of(0, most: 0, width: 10), Is.Empty);
}
