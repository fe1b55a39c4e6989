using Predictors.Abstractions;
using Predictors.IdlePath;
using Predictors.Traces;

namespace MyRule.Tests;

public class MyRuleTests
{
    private static readonly MyRuleFactory s_factory = new();

    [Test]
    public void PredictPollNs_AtTheBeginning_HaltsAtOnce()
    {
        MyRulePredictor rule = Make();

        Assert.That(rule.PredictPollNs(new IdleEntry()), Is.EqualTo(PollWindow.None));
    }

    [Test]
    public void PredictPollNs_AfterAShortIdlePeriod_Polls()
    {
        MyRulePredictor rule = Make("20us");

        rule.Observe(new IdleExit { IdleNs = 5_000 });

        Assert.That(rule.PredictPollNs(new IdleEntry()), Is.EqualTo(20_000));
    }

    [Test]
    public void Replay_OfARecordedTrace_CatchesWakeUps()
    {
        var settings = new ReplaySettings { Costs = new IdlePathCosts(MachineProfiles.Get(MachineProfiles.DefaultName)) };
        Replay replay = Replay.Create(new BoundPredictor(s_factory, Values("50us")), settings);
        using ITraceReader trace = TraceFile.Open(
            Path.Combine(TestContext.CurrentContext.TestDirectory, "traces", "redis-50-clients.wake"), new TraceFileOptions());
        while (trace.Read() is { } chunk)
        {
            replay.Feed(chunk);
            trace.Recycle(chunk);
        }

        ReplayResult result = replay.Complete(trace.Inspection);

        TestContext.Out.WriteLine($"caught {result.Caught} of {result.IdlePeriods}, mean wake-up latency {result.Latency.MeanNs:F0} ns");
        Assert.That(result.Caught, Is.GreaterThan(0).And.LessThan(result.IdlePeriods));
    }

    private static MyRulePredictor Make(string max = "50us") => s_factory.Create(Values(max), vcpu: 0);

    private static ParameterValues Values(string max) => ParameterValues.Parse(s_factory.Description, KeyValuePair.Create("max", max));
}
