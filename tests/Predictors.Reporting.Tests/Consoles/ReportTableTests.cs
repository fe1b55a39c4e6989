using Spectre.Console;

namespace Predictors.Reporting.Tests;

public class ReportTableTests
{
    [TestCase(40)]
    [TestCase(80)]
    public void WriteTo_TerminalNarrowerThanTheFigures_KeepsEveryFigure(int width)
    {
        string[] wide = Lines(RankTable, 1_000);

        Assert.That(Lines(RankTable, width).Take(wide.Length), Is.EqualTo(wide));
    }

    [Test]
    public void WriteTo_LongProse_IsBrokenBetweenWords()
    {
        string[] lines = Lines(
            console =>
            {
                ReportTable table = new ReportTable().Words("Name").Prose("What");
                table.Row("a-rather-long-name", "some words that do not fit into one line of forty characters");
                table.WriteTo(console, "Heading");
            },
            40);

        Assert.That(lines.Select(l => l.Length), Has.All.LessThanOrEqualTo(40));
        Assert.That(lines.Count(l => l.Contains("a-rather-long-name", StringComparison.Ordinal)), Is.EqualTo(1));
        Assert.That(string.Join(' ', lines.SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))), Does.Contain("one line of forty"));
    }

    private static void RankTable(IAnsiConsole console) => Reporting.RankTable.WriteTo(console, Samples.Board() with { LeftOut = [] });

    private static string[] Lines(Action<IAnsiConsole> write, int width)
    {
        using var text = new StringWriter();
        IAnsiConsole console = ReportConsole.For(text, isTerminal: false);
        console.Profile.Width = width;
        write(console);
        Assert.That(console.Profile.Width, Is.EqualTo(width));
        return [.. text.ToString().ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd())];
    }
}
