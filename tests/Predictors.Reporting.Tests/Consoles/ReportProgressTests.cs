using Spectre.Console;

namespace Predictors.Reporting.Tests;

public class ReportProgressTests
{
    [Test]
    public void Show_OnAPipe_DoesTheWorkAndWritesNothing()
    {
        using var text = new StringWriter();

        int result = ReportProgress.Show(ReportConsole.For(text, isTerminal: false), "replaying", progress =>
        {
            progress.Report(0.5);
            return 42;
        });

        Assert.That(result, Is.EqualTo(42));
        Assert.That(text.ToString(), Is.Empty);
    }

    [Test]
    public void Show_OnATerminal_DrawsTheActivity()
    {
        using var text = new StringWriter();
        IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(text),
        });

        int result = ReportProgress.Show(terminal, "replaying [4 traces]", progress =>
        {
            progress.Report(1);
            return 42;
        });

        Assert.That(result, Is.EqualTo(42));
        Assert.That(text.ToString(), Does.Contain("replaying [4 traces]").And.Contain("100%"));
    }
}
