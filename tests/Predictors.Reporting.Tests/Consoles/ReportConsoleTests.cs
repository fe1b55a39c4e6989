using Spectre.Console;

namespace Predictors.Reporting.Tests;

public class ReportConsoleTests
{
    [Test]
    public void For_Pipe_NeitherWrapsNorColours()
    {
        using var text = new StringWriter();
        string line = string.Join(' ', Enumerable.Repeat("word", 1_000));

        ReportConsole.For(text, isTerminal: false).WriteLine(line, new Style(Color.Red, decoration: Decoration.Bold));

        Assert.That(text.ToString().TrimEnd(), Is.EqualTo(line));
    }

    [Test]
    public void WriteTables_OnAPipe_HaveNoEscapeCodes() => Assert.That(
        Expectation.Tables(new RankReport(Samples.Board(), Samples.Settings, [])), Does.Not.Contain('\u001b'));
}
