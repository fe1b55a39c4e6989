namespace Predictors.Cli;

/// <summary>
/// Standard output, which is for results alone: what plugins write to the console goes to standard error, so that it lies between no results.
/// </summary>
internal static class StandardOutput
{
    /// <summary>Where results go.</summary>
    public static TextWriter Writer { get; private set; } = Console.Out;

    /// <summary>Keeps it for results; called once, before any plugin is loaded.</summary>
    public static void Reserve()
    {
        Writer = Console.Out;
        Console.SetOut(Console.Error);
    }
}
