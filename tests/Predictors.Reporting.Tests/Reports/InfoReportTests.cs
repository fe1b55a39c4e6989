namespace Predictors.Reporting.Tests;

public class InfoReportTests
{
    [Test]
    public void Write_TraceWithOddities_IsAsExpected() => Expectation.Holds("info", new InfoReport([Samples.Inspected()]));

    [Test]
    public void WriteTables_EscapeSequenceInTheTrace_DoesNotReachTheTerminal() =>
        Assert.That(Expectation.Tables(new InfoReport([Samples.Inspected()])), Does.Not.Contain('\u001b'));
}
