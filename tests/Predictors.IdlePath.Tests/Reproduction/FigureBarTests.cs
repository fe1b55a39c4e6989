namespace Predictors.IdlePath.Tests;

public sealed class FigureBarTests
{
    [TestCase("15%", 100, 100, 115, true)]
    [TestCase("15%", 100, 100, 115.1, false)]
    [TestCase("15%", 100, 100, 85, true)]
    [TestCase("15%", 100, 100, 84.9, false)]
    [TestCase("15%", 0, 0, 0, true)]
    [TestCase("15%", 0, 0, 0.1, false)]
    [TestCase("x1.5", 4.6, 14, 21, true)]
    [TestCase("x1.5", 4.6, 14, 21.1, false)]
    [TestCase("x1.5", 4.6, 14, 3.1, true)]
    [TestCase("x1.5", 4.6, 14, 3.0, false)]
    [TestCase("exact", 50, 50, 50, true)]
    [TestCase("exact", 50, 50, 50.001, false)]
    [TestCase("none", 50, 50, 1, true)]
    public void IsMet_OnBothSidesOfTheBar(string bar, double low, double high, double simulated, bool isMet) =>
        Assert.That(FigureBar.Parse(bar).IsMet(new PublishedFigure("c", "m", "us", low, high, FigureBar.Parse(bar)), simulated), Is.EqualTo(isMet));

    [TestCase("")]
    [TestCase("15")]
    [TestCase("nearly")]
    public void Parse_NoBar_IsRefused(string text) => Assert.That(() => FigureBar.Parse(text), Throws.InstanceOf<FormatException>());

    [TestCase(100, 100, 110, 0.1)]
    [TestCase(100, 120, 90, -0.1)]
    [TestCase(100, 120, 110, 0)]
    public void Error_IsOfTheNearerEnd(double low, double high, double simulated, double error) =>
        Assert.That(
            new ReproducedFigure(new PublishedFigure("c", "m", "us", low, high, FigureBar.Parse("none")), simulated, IsFitted: false).Error,
            Is.EqualTo(error).Within(1e-9));
}
