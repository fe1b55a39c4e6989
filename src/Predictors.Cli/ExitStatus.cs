namespace Predictors.Cli;

/// <summary>What the command's exit status says.</summary>
internal static class ExitStatus
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done, and the answer is "no".</summary>
    public const int No = 1;

    /// <summary>The command was not given as it must be.</summary>
    public const int Usage = 2;

    /// <summary>Input that can't be read, or output that can't be written.</summary>
    public const int Input = 3;

    /// <summary>A plugin failed; the others went on.</summary>
    public const int Plugin = 4;

    /// <summary>A fault of the command itself, as sysexits.h numbers it.</summary>
    public const int Internal = 70;

    /// <summary>Stopped by Ctrl-C, as shells say it.</summary>
    public const int Stopped = 130;

    /// <summary>All of them, for people.</summary>
    public static IReadOnlyList<(int Status, string Meaning)> Meanings { get; } =
    [
        (Done, "done"),
        (No, "done, and the answer is no: verify found differences or nothing to compare, contest --check differences, compare a regression, "
            + "tune nothing that keeps to the bounds, reproduce a figure outside its bar, calibrate nothing to fit"),
        (Usage, "the command was not given as it must be"),
        (Input, "input that can't be read, or output that can't be written"),
        (Plugin, "a plugin was refused or failed; the others went on"),
        (Internal, "an internal error, which should be reported"),
        (Stopped, "stopped by Ctrl-C; nothing was written, apart from what --resume keeps"),
    ];
}
