namespace Predictors.Reporting.Tests;

public class PaceColumnTests
{
    [TestCase(0.25, 10, "5.0 MB/s, 30 s left")]
    [TestCase(0.1, 30, "0.7 MB/s, 4 min 30 s left")]
    [TestCase(1, 4, "50.0 MB/s, 0 s left")]
    [TestCase(0.25, 0.5, "1 s")]
    [TestCase(0, 90, "1 min 30 s")]
    public void Of_WorkOnFiles_IsRateAndTimeLeft(double done, double seconds, string text) =>
        Assert.That(PaceColumn.Of(new Pace(200_000_000), done, TimeSpan.FromSeconds(seconds)), Is.EqualTo(text));

    [Test]
    public void Of_WorkWithoutFiles_IsTimeLeft() => Assert.That(PaceColumn.Of(new Pace(), 0.5, TimeSpan.FromSeconds(7)), Is.EqualTo("7 s left"));

    [Test]
    public void Of_WorkWhoseShareTellsNothing_IsTheTimeSinceTheBeginning() =>
        Assert.That(PaceColumn.Of(new Pace(IsSteady: false), 0.5, TimeSpan.FromSeconds(7)), Is.EqualTo("7 s"));
}
