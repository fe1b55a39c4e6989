using Predictors.Abstractions;
using Predictors.Ranking;

namespace Predictors.Reporting.Tests;

public class TuneReportTests
{
    private static readonly DurationParameter s_max = new("max", "The cap.", defaultNs: 200_000);

    private static readonly SwitchParameter s_shrinks = new("shrinks", "Whether it shrinks.", defaultValue: true);

    private static readonly PredictorDescription s_rule = new("rule", "For tests.", s_max, s_shrinks);

    private static readonly Contender s_default = new("rule", [new("max", "200us"), new("shrinks", "on")]);

    private static readonly Contender s_recommended = new("rule", [new("max", "50us"), new("shrinks", "on")]);

    private static readonly TuningResult s_change = new()
    {
        Traces = [Samples.PingPong, Samples.Timer],
        Verdict = TuningVerdict.Change,
        Sentence = "Set rule:max=50us: where it was not chosen, tuning saves 20.0 % of the cost under the defaults (95 % interval 15.0 to 25.0 %).",
        Default = s_default,
        Recommended = s_recommended,
        Values = ParameterValues.Parse(s_rule, KeyValuePair.Create("max", "50us")),
        AppliedBy = new KernelModule("rules", KernelPlace.Host, new ModuleParameter(s_max, "rule_max_ns"), new ModuleParameter(s_shrinks, "rule_shrinks"))
        {
            Capabilities = [new VirtualMachineCapability(s_max, "KVM_CAP_RULE")],
            Conditions = ["The host has the rule."],
        },
        HeldOut = new Gain(0.8, 0.75, 0.85, 64),
        HeldOutInTime = new Gain(0.7, 0.65, 0.75, 64),
        Figures = [Figures(s_default, 1.5), Figures(s_recommended, 1.2)],
        Neighbours = [new Neighbour("max", "20us", 12.34, 3.21, true), new Neighbour("max", "100us", 0.5, 5.5, false)],
        Ranges = [new FlatRange("max", "50us", "45us", "100us")],
        Warnings = ["Resonance on ping-pong.dat under rule: 10 idle periods end just after their window."],
        Notes = ["Every held-out half led to the same setting, rule:max=50us."],
        Tried = 123,
        Bounds = new TuningBounds { MaxWastePercent = 5 },
        Options = new LeaderboardOptions(),
    };

    [Test]
    public void Write_AnotherSetting_IsAsExpected() =>
        Expectation.Holds("tune", new TuneReport(s_change, Samples.Settings, ["The host has a rule of its own."]));

    [Test]
    public void Tables_NothingKeepsToTheBounds_GiveNoLinesToApply() => Assert.That(
        Expectation.Tables(new TuneReport(s_change with { Verdict = TuningVerdict.NothingKeepsToTheBounds, HeldOutInTime = null }, Samples.Settings, [])),
        Does.Not.Contain("To apply it").And.Not.Contain("held out in time, same traces"));

    [Test]
    public void Tables_RuleOfNoKernel_SaySo() => Assert.That(
        Expectation.Tables(new TuneReport(s_change with { AppliedBy = null }, Samples.Settings, [])), Does.Contain("No kernel has rule"));

    private static SettingFigures Figures(Contender setting, double ratio) => new()
    {
        Setting = setting,
        Part = "all",
        CostRatio = ratio,
        WastePercent = 4.5,
        Latency = Samples.Halted.Latency,
        CaughtPercent = 25,
    };
}
