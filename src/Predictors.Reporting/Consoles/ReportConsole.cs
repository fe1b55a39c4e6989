using Spectre.Console;

namespace Predictors.Reporting;

/// <summary>Makes the consoles that reports are written to.</summary>
public static class ReportConsole
{
    // Nothing wraps and nothing is cropped on a pipe: a line of a file has no width.
    private const int PipeWidth = 100_000;

    /// <summary>Makes a console.</summary>
    /// <param name="output">Where the text goes.</param>
    /// <param name="isTerminal">
    /// Whether that is a terminal: there is colour and a bounded width there, plain text in lines of any length elsewhere.
    /// </param>
    /// <returns>The console.</returns>
    public static IAnsiConsole For(TextWriter output, bool isTerminal)
    {
        if (isTerminal)
        {
            return AnsiConsole.Create(new AnsiConsoleSettings { Out = new TerminalOutput(output) });
        }

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            // The enrichers look for build servers in the environment and switch colour on for them.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = PipeWidth;
        return console;
    }
}
