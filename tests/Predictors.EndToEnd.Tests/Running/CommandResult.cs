namespace Predictors.EndToEnd.Tests;

/// <summary>What a process came to.</summary>
/// <param name="ExitCode">Its exit status.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
internal sealed record CommandResult(int ExitCode, string Output, string Error)
{
    public IReadOnlyList<string> ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Fails the test unless the process ended as expected; its output is shown.</summary>
    public CommandResult Expect(int exitCode)
    {
        Assert.That(ExitCode, Is.EqualTo(exitCode), $"standard error:\n{Error}\nstandard output:\n{Output}");
        Assert.That(ErrorLines, Has.None.StartsWith("   at "), "a stack trace");
        return this;
    }

    /// <summary>Fails the test unless the process ended with this status and one line on standard error, and nothing else.</summary>
    /// <returns>The line.</returns>
    public string ExpectOneLine(int exitCode)
    {
        Expect(exitCode);
        Assert.That(ErrorLines, Has.Count.EqualTo(1), Error);
        Assert.That(Output, Is.Empty);
        Assert.That(ErrorLines[0], Does.StartWith("predictors: "));
        return ErrorLines[0];
    }

    /// <summary>Fails the test unless the process ended with this status and its last line on standard error says why.</summary>
    /// <returns>The line.</returns>
    public string ExpectLastLine(int exitCode)
    {
        Expect(exitCode);
        Assert.That(ErrorLines[^1], Does.StartWith("predictors: "));
        return ErrorLines[^1];
    }
}
