namespace Predictors.EndToEnd.Tests;

/// <summary>What can't be written gives one line that names it, and status 3. Tests may run as root, whom no permission stops.</summary>
public sealed class UnwritableOutputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestCase("rank", "-p", "halt", "--json")]
    [TestCase("rank", "-p", "halt", "--csv")]
    [TestCase("info", "--json")]
    [TestCase("replay", "-p", "halt", "--decisions")]
    [TestCase("convert", "-o")]
    [TestCase("calibrate", "-o")]
    public void Target_IsADirectory_OneLine(string verb, params string[] options)
    {
        string target = Directory.CreateDirectory(_folder["taken.wake"]).FullName;

        Assert.That(Write(verb, options, target), Does.Contain(target).And.Contain("directory"));
        Assert.That(Directory.GetFileSystemEntries(target), Is.Empty);
    }

    [TestCase("rank", "-p", "halt", "--json")]
    [TestCase("rank", "-p", "halt", "--csv")]
    [TestCase("info", "--csv")]
    [TestCase("replay", "-p", "halt", "--decisions")]
    [TestCase("convert", "-o")]
    [TestCase("calibrate", "-o")]
    [TestCase("train", "-o")]
    public void Target_InNoDirectory_OneLine(string verb, params string[] options)
    {
        string target = _folder["none/out.wake"];

        Assert.That(Write(verb, options, target), Does.Contain(target).And.Contain("its directory does not exist"));
    }

    [TestCase("rank --help")]
    [TestCase("--version")]
    [TestCase("info traces/redis-50-clients.wake")]
    [TestCase("info traces/redis-50-clients.wake --json -")]
    public void StandardOutput_Full_OneLine(string arguments)
    {
        CommandResult full = PredictorsCommand.Run(PredictorsCommand.Start(
            "bash", ["-c", $"exec \"$0\" \"$1\" {arguments} >/dev/full", PredictorsCommand.Dotnet, PredictorsCommand.Assembly], RepositoryProject.Root));

        Assert.That(full.ExpectOneLine(3), Does.Contain("Standard output can't be written"));
    }

    private static string Write(string verb, string[] options, string target) =>
        PredictorsCommand.Run([verb, BundledTraces.Packed, .. options, target]).ExpectOneLine(3);
}
