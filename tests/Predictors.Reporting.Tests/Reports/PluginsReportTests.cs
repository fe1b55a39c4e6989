using Predictors.Abstractions;

namespace Predictors.Reporting.Tests;

public class PluginsReportTests
{
    private static readonly PredictorDescription s_fixedWindow = new(
        "fixed-window",
        "Polls for the same time, every time.",
        new DurationParameter("window", "How long to poll.", 50_000),
        new ChoiceParameter("mode", "A choice, with a comma.", "first", "second"))
    {
        RequiredColumns = TraceColumns.Cause | TraceColumns.NextTimer,
    };

    [Test]
    public void Write_FoundAndRefused_IsAsExpected() => Expectation.Holds("plugins", new PluginsReport(
        [
            new("plugins/Fixed.dll", s_fixedWindow),
            new("plugins/Halt.dll", new PredictorDescription("halt", "Never polls.")),
        ],
        [
            new("mine/Broken.dll", null, "it is no .NET assembly"),
            new("mine/Other.dll", "absurd", "it returned a window of -1 ns"),
        ])
        {
            Warnings = [new("mine/Slow.dll", "slow", "is a class"), new("mine/Slow.dll", null, "Slow.s_last is static")],
        });

    [Test]
    public void Write_Nothing_SaysSo() =>
        Assert.That(Expectation.Tables(new PluginsReport([], [])).ReplaceLineEndings("\n"), Is.EqualTo("Predictors: none\n"));
}
