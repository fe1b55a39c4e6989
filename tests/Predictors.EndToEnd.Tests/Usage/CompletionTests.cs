namespace Predictors.EndToEnd.Tests;

/// <summary>The script of bash, run by bash.</summary>
public class CompletionTests
{
    [TestCase("predictors ran", "rank")]
    [TestCase("predictors rank traces --ht", "--html")]
    [TestCase("predictors rank traces -p kvm-", "kvm-halt-poll")]
    [TestCase("predictors replay traces -p haltpoll:max=1us,grow-", "1us,grow-start=")]
    [TestCase("predictors completion z", "zsh")]
    public void Bash_Completes(string line, string only)
    {
        using var folder = new TemporaryFolder();
        string bin = Directory.CreateDirectory(folder["bin"]).FullName;
        string command = folder.Write("bin/predictors", $"#!/bin/bash\nexec '{PredictorsCommand.Dotnet}' '{PredictorsCommand.Assembly}' \"$@\"\n");
        if (OperatingSystem.IsWindows() || !File.Exists("/bin/bash"))
        {
            Assert.Ignore("There is no bash.");
            return;
        }

        File.SetUnixFileMode(command, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        string script = "compopt() { :; }\nsource <(predictors completion bash)\nCOMP_LINE=$1 COMP_POINT=${#1} COMP_WORDS=(predictors)\n_predictors\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n";

        string[] completed = PredictorsCommand.Run(PredictorsCommand.Start(
            "/bin/bash", ["-c", script, "bash", line], RepositoryProject.Root, ("PATH", $"{bin}:{Environment.GetEnvironmentVariable("PATH")}")))
            .Expect(0).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.That(completed, Is.EqualTo(new[] { only }));
    }

    [Test]
    public void Completion_OfAnUnknownShell_IsAUsageError() =>
        Assert.That(PredictorsCommand.Run("completion", "bsh").ExpectOneLine(2), Does.Contain("did you mean 'bash'?"));
}
