using System.Text.RegularExpressions;

namespace Predictors.EndToEnd.Tests;

/// <summary>What verbs print on a terminal, made by <c>script</c>, against what they print into a pipe.</summary>
public partial class TerminalTests
{
    private const string Trace = "traces/redis-50-clients.wake";

    private static readonly string[] s_verbs =
    [
        $"rank {Trace} -p halt -p fixed-window:window=20us",
        $"info {Trace}",
        $"replay {Trace} -p haltpoll",
        $"timers {Trace} -p halt",
        $"explain {Trace} -p halt -p haltpoll",
    ];

    [Test]
    public void Verb_OnANarrowOrWideTerminal_PrintsEveryWordAndFigure([ValueSource(nameof(s_verbs))] string verb, [Values(40, 60, 120)] int columns)
    {
        CommandResult piped = PredictorsCommand.Run(verb.Split(' ')).Expect(0);

        string[] shown = Words(OnTerminal(verb, columns));

        // A hash is longer than a narrow line, and broken there.
        Assert.That(Words(piped.Output).Where(w => w.Length < columns).Except(shown), Is.Empty);
    }

    [TestCaseSource(nameof(s_verbs))]
    public void Verb_IntoAPipe_PrintsNoEscapeCodes(string verb)
    {
        CommandResult piped = PredictorsCommand.Run(verb.Split(' ')).Expect(0);

        Assert.That(piped.Output + piped.Error, Does.Not.Contain('\e'));
    }

    [Test]
    public void Verb_OnATerminal_IsColouredUnlessItIsToldNotTo()
    {
        if (Environment.GetEnvironmentVariable("NO_COLOR") is not null)
        {
            Assert.Ignore("NO_COLOR is set already.");
        }

        Assert.That(Colours().Count(OnTerminal(s_verbs[0], 100)), Is.GreaterThan(0));
        Assert.That(Colours().Count(OnTerminal(s_verbs[0], 100, ("NO_COLOR", "1"))), Is.Zero);
        Assert.That(OnTerminal(s_verbs[0], 100, ("TERM", "dumb")), Does.Not.Contain('\e'));
    }

    private static string OnTerminal(string verb, int columns, params (string Name, string Value)[] environment)
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/script"))
        {
            Assert.Ignore("There is no /usr/bin/script to make a terminal with.");
        }

        string command = $"stty cols {columns} rows 50; exec '{PredictorsCommand.Dotnet}' '{PredictorsCommand.Assembly}' {verb}";
        return PredictorsCommand.Run(PredictorsCommand.Start(
            "/usr/bin/script", ["-qec", command, "/dev/null"], RepositoryProject.Root, [("TERM", "xterm-256color"), .. environment])).Expect(0).Output;
    }

    private static string[] Words(string text) =>
        [.. EscapeCodes().Replace(text, string.Empty).Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)];

    [GeneratedRegex(@"\e\[[0-9;?]*[A-Za-z]")]
    private static partial Regex EscapeCodes();

    // Foreground and background, not bold, dim or plain.
    [GeneratedRegex(@"\e\[(?:[0-9;]*;)?(?:3|4|9|10)[0-9][0-9;]*m")]
    private static partial Regex Colours();
}
