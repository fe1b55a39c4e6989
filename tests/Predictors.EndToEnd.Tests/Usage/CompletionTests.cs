namespace Predictors.EndToEnd.Tests;

/// <summary>The scripts, each run by its shell where that is there.</summary>
public class CompletionTests
{
    [TestCase("predictors ran", "rank")]
    [TestCase("predictors rank traces --ht", "--html")]
    [TestCase("predictors rank traces -p kvm-", "kvm-halt-poll")]
    [TestCase("predictors replay traces -p haltpoll:max=1us,grow-", "1us,grow-start=")]
    [TestCase("predictors completion z", "zsh")]
    public void Bash_Completes(string line, string only)
    {
        const string Script = "compopt() { :; }\nsource <(predictors completion bash)\nCOMP_LINE=$1 COMP_POINT=${#1} COMP_WORDS=(predictors)\n_predictors\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n";

        Assert.That(Completed("bash", ["-c", Script, "bash", line]), Is.EqualTo(new[] { only }));
    }

    // What zsh's line editor would bring, and what it would do with the words: take those that begin as the last one does.
    [TestCase("predictors ran", "rank")]
    [TestCase("predictors rank traces --ht", "--html")]
    [TestCase("predictors rank traces -p kvm-", "kvm-halt-poll")]
    [TestCase("predictors rank trac", "(files)")]
    public void Zsh_Completes(string line, string only)
    {
        const string Script = "compdef() { :; }\ncompadd() { print -l -- ${(M)${@:4}:#${LBUFFER##* }*}; }\n_files() { print '(files)'; }\nsource <(predictors completion zsh)\nLBUFFER=$1\n_predictors\n";

        Assert.That(Completed("zsh", ["-f", "-c", Script, "zsh", line]), Is.EqualTo(new[] { only }));
    }

    [TestCase("predictors ran", "rank")]
    [TestCase("predictors rank traces --ht", "--html")]
    [TestCase("predictors rank traces -p kvm-", "kvm-halt-poll")]
    public void Fish_Completes(string line, string only)
    {
        string[] completed = Completed("fish", ["--no-config", "-c", "predictors completion fish | source; complete -C $argv[1]", line]);

        Assert.That(completed, Is.EqualTo(new[] { only }));
    }

    // What zsh's own line editor makes of the line that is typed, Tab included: the command is run with it and notes its words.
    [TestCase("predictors ran\t traces\n", "rank traces")]
    [TestCase("predictors replay traces -p haltpoll:max=1us,grow-s\t2us\n", "replay traces -p haltpoll:max=1us,grow-start=2us")]
    public void Zsh_OnATerminal_RunsTheCompletedLine(string typed, string words)
    {
        const string Script = """
            zmodload zsh/zpty
            zpty shell zsh -f -i
            zpty -w shell "PS1= RPS1=; autoload -Uz compinit; compinit -D -u; source <(predictors completion zsh); print rea''dy"
            zpty -r -m shell seen '*ready*'
            zpty -w -n shell $1
            for i in {1..300}; do [[ -s $NOTED ]] && break; sleep 0.1; done
            zpty -d shell
            cat $NOTED
            """;

        Assert.That(Completed("zsh", ["-f", "-c", Script, "zsh", typed]), Is.EqualTo(new[] { words }));
    }

    [TestCase("predictors ran", "rank")]
    [TestCase("predictors rank traces --ht", "--html")]
    [TestCase("predictors rank traces -p kvm-", "kvm-halt-poll")]
    [TestCase("predictors replay traces -p 'haltpoll:max=1us,grow-s", "'haltpoll:max=1us,grow-start='")]
    public void PowerShell_Completes(string line, string only)
    {
        const string Script = "predictors completion pwsh | Out-String | Invoke-Expression; (TabExpansion2 $env:LINE $env:LINE.Length).CompletionMatches.CompletionText";

        Assert.That(Completed("pwsh", ["-NoProfile", "-NonInteractive", "-Command", Script], ("LINE", line)), Is.EqualTo(new[] { only }));
    }

    private static string[] Completed(string shell, string[] arguments, params (string Name, string Value)[] environment)
    {
        string? path = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
            .Select(p => Path.Combine(p, shell)).FirstOrDefault(File.Exists);
        if (OperatingSystem.IsWindows() || path is null)
        {
            Assert.Ignore($"There is no {shell}.");
            return [];
        }

        using var folder = new TemporaryFolder();
        string bin = Directory.CreateDirectory(folder["bin"]).FullName;

        // Completes as the command does; what a shell would run in the end is noted.
        string command = folder.Write("bin/predictors", $"""
            #!/bin/sh
            case $1 in
              \[suggest*|completion) exec '{PredictorsCommand.Dotnet}' '{PredictorsCommand.Assembly}' "$@" ;;
              *) echo "$@" > "$NOTED" ;;
            esac

            """);
        File.SetUnixFileMode(command, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return PredictorsCommand.Run(PredictorsCommand.Start(
            path, arguments, RepositoryProject.Root, [("PATH", $"{bin}:{Environment.GetEnvironmentVariable("PATH")}"), ("NOTED", folder["noted"]), .. environment]))
            .Expect(0).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    [Test]
    public void Completion_OfAnUnknownShell_IsAUsageError() =>
        Assert.That(PredictorsCommand.Run("completion", "bsh").ExpectOneLine(2), Does.Contain("did you mean 'bash'?"));
}
