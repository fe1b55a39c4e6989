using Predictors.Ranking;
using Predictors.Reporting;

namespace Predictors.Cli;

/// <summary>Shows decisions one by one on a terminal.</summary>
internal static class StepPrompt
{
    private const string Keys = "Enter: next   m: next that cost more than the best window in hindsight   q: quit";

    /// <summary>Whether there is somebody to press keys.</summary>
    public static bool IsPossible => !Console.IsInputRedirected && !Console.IsOutputRedirected;

    /// <summary>Shows decisions until there are no more, or the reader has seen enough.</summary>
    /// <returns>How many were shown.</returns>
    /// <exception cref="OperationCanceledException">Ctrl-C was pressed.</exception>
    public static long Show(SteppedWalk walk, IEnumerable<SteppedDecision> decisions)
    {
        long shown = 0;
        bool onlyMissed = false;
        bool takesControlC = Console.TreatControlCAsInput;
        Console.TreatControlCAsInput = true;
        try
        {
            foreach (SteppedDecision decision in decisions)
            {
                if (onlyMissed && decision.AboveBestNs(walk.ExchangeRate) <= 0)
                {
                    continue;
                }

                if (shown++ == 0)
                {
                    Begin(walk);
                }

                WriteLines(StepText.Of(walk, decision));
                if (NextKey() is not { } key)
                {
                    return shown;
                }

                onlyMissed = key == ConsoleKey.M;
            }
        }
        finally
        {
            Console.TreatControlCAsInput = takesControlC;
        }

        if (shown > 0)
        {
            StandardOutput.Writer.WriteLine("That was the last one.");
        }

        return shown;
    }

    private static void Begin(SteppedWalk walk)
    {
        StandardOutput.Writer.WriteLine(StepText.Heading(walk));
        WriteLines(StepText.Legend(walk).Select(note => $"- {note}"));
        StandardOutput.Writer.WriteLine(Keys);
        StandardOutput.Writer.WriteLine();
    }

    /// <summary>The key that asks for another decision; null where no other is wanted.</summary>
    private static ConsoleKey? NextKey()
    {
        while (true)
        {
            ConsoleKeyInfo pressed = Console.ReadKey(intercept: true);
            if (pressed is { Key: ConsoleKey.C, Modifiers: ConsoleModifiers.Control })
            {
                throw new OperationCanceledException();
            }

            switch (pressed.Key)
            {
                case ConsoleKey.Q or ConsoleKey.Escape:
                case ConsoleKey.D when pressed.Modifiers == ConsoleModifiers.Control:
                    return null;
                case ConsoleKey.Enter or ConsoleKey.Spacebar or ConsoleKey.N or ConsoleKey.DownArrow or ConsoleKey.RightArrow or ConsoleKey.M:
                    return pressed.Key;
            }
        }
    }

    private static void WriteLines(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            StandardOutput.Writer.WriteLine(line);
        }
    }
}
