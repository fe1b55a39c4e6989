namespace Predictors.EndToEnd.Tests;

/// <summary>A fault of the command itself, planted by a startup hook that makes standard output unfit to write to.</summary>
public class InternalErrorTests
{
    private static readonly (string, string) s_hook = ("DOTNET_STARTUP_HOOKS", typeof(StartupHook).Assembly.Location);

    [Test]
    public void InternalError_ByDefault_IsOneLineAndStatus70() => Assert.That(
        PredictorsCommand.Run(["plugins"], s_hook).ExpectOneLine(70),
        Does.StartWith("predictors: internal error: InvalidOperationException: planted. Please report it").And.Contain("PREDICTORS_DETAILS=1"));

    [Test]
    public void InternalError_WithDetails_HasTheStackTrace()
    {
        CommandResult result = PredictorsCommand.Run(["plugins"], s_hook, ("PREDICTORS_DETAILS", "1"));

        Assert.That(result.ExitCode, Is.EqualTo(70));
        Assert.That(result.Error, Does.Contain("   at Predictors."));
    }
}
