using System.Text;
using Spectre.Console;

namespace Predictors.Reporting;

/// <summary>A writer that is known to be a terminal, whichever one the process has as its standard output by now.</summary>
/// <param name="writer">The writer.</param>
internal sealed class TerminalOutput(TextWriter writer) : IAnsiConsoleOutput
{
    private const int UsualWidth = 80;
    private const int UsualHeight = 24;

    public TextWriter Writer => writer;

    public bool IsTerminal => true;

    public int Width => Size(() => Console.BufferWidth, UsualWidth);

    public int Height => Size(() => Console.WindowHeight, UsualHeight);

    public void SetEncoding(Encoding encoding)
    {
    }

    private static int Size(Func<int> ask, int usual)
    {
        try
        {
            return ask() is var size and > 0 ? size : usual;
        }
        catch (IOException)
        {
            return usual;
        }
    }
}
