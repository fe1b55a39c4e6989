namespace Predictors.Reporting.Tests;

public class ReplayReportTests
{
    [Test]
    public void Write_OneReplay_IsAsExpected() =>
        Expectation.Holds("replay", new ReplayReport(Samples.Score(), Samples.Settings, 1, ["One more thing."]));

    [Test]
    public void Samples_TimeLine_AddsUpToTheSpan() =>
        Assert.That(Samples.Polled.Accounts.TimeLineNs, Is.EqualTo(Samples.PingPong.SpanNs * Samples.PingPong.Vcpus));
}
