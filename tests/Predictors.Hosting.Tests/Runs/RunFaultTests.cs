using Predictors.Abstractions;
using Predictors.IdlePath;
using Predictors.IdlePath.Tests;
using Predictors.Plugins.Fixed;

namespace Predictors.Hosting.Tests;

public sealed class RunFaultTests
{
    private static readonly MadeUpTrace s_trace = MadeUpTrace.Of(Enumerable.Repeat(100L, 300));

    [TestCase("PredictPollNs", 0, "threw InvalidOperationException in PredictPollNs: no idea; vCPU 0, idle period 201, entered at 220000 ns")]
    [TestCase("Observe", 0, "threw InvalidOperationException in Observe: no idea; vCPU 0, idle period 201, entered at 220000 ns")]
    [TestCase("", -7, "returned a poll window of -7 ns; a window is 0 to 86400000000000 ns; vCPU 0, idle period 201, entered at 220000 ns")]
    [TestCase("Create", 0, "threw InvalidOperationException while it was made for vCPU 0: no idea")]
    [TestCase("DecisionCostNs", 0, "threw InvalidOperationException in DecisionCostNs: no idea")]
    public void Contender_ThatFails_IsReportedAndTheOthersGoOn(string call, long windowNs, string reason)
    {
        RunOutcome alone = Run(Choice.Of(new HaltFactory()), Choice.Of(new IdlePollFactory()));
        RunOutcome outcome = Run(Choice.Of(new HaltFactory()), Choice.Of(new FaultyFactory(call, windowNs, goodPeriods: 200)), Choice.Of(new IdlePollFactory()));

        Assert.That(outcome.Faults.Select(f => f.ToString()), Is.EqualTo([$"plugins/made-up.dll: faulty on made-up: {reason}"]));
        Assert.That(outcome.Run.Results[1], Is.Null);
        Assert.That(ResultText.Of(outcome.Run.Results[0]!), Is.EqualTo(ResultText.Of(alone.Run.Results[0]!)));
        Assert.That(ResultText.Of(outcome.Run.Results[2]!), Is.EqualTo(ResultText.Of(alone.Run.Results[1]!)));
        Assert.That(outcome.Run.Trace.IdlePeriods, Is.EqualTo(300));
    }

    [Test]
    public void Contender_ThatFailsFirst_LeavesTheTracesFiguresRight() =>
        Assert.That(Run(Choice.Of(new FaultyFactory("Observe")), Choice.Of(new HaltFactory())).Run.Trace.IdlePeriods, Is.EqualTo(300));

    [Test]
    public void Contender_ThatNeedsAColumn_NamesItAndThoseThatThereAre()
    {
        var needs = new ScriptedFactory
        {
            Description = new("scripted", "Needs what is not there.") { RequiredColumns = TraceColumns.Waker | TraceColumns.NextTimer | TraceColumns.State },
        };
        RunOutcome outcome = Run(Choice.Of(needs), Choice.Of(new HaltFactory()));

        Assert.That(outcome.Faults.Select(f => f.Reason), Is.EqualTo(
            ["needs the columns Waker, State, which the trace does not carry; it carries Arrival, Cause, NextTimer, TaskRan"]));
        Assert.That(outcome.Run.Results[0], Is.Null);
        Assert.That(outcome.Run.Results[1]!.IdlePeriods, Is.EqualTo(300));
    }

    [Test]
    public void Contender_ThatNeedsColumnsThatAreThere_IsReplayed()
    {
        var needs = new ScriptedFactory { Description = new("scripted", "Needs what is there.") { RequiredColumns = TraceColumns.NextTimer } };

        Assert.That(Run(Choice.Of(needs)).Faults, Is.Empty);
    }

    [Test]
    public void HostRule_ThatFails_IsNamedForEveryContenderThatMeetsIt()
    {
        RunPlan plan = Plan(Choice.Of(new HaltFactory()), Choice.Of(new IdlePollFactory())) with
        {
            HostPolling = Choice.Of(new FaultyFactory("Observe", goodPeriods: 5)),
        };

        RunOutcome outcome = new TraceReplayer(plan).Run(new MadeUpReader(MadeUpTrace.Of(Enumerable.Repeat(10_000L, 20))));

        Assert.That(outcome.Faults.Select(f => f.ToString()), Is.EqualTo(
            ["plugins/made-up.dll: halt on made-up: the host's rule faulty threw InvalidOperationException in Observe: no idea; vCPU 0, idle period 6, entered at 55000 ns"]));
        Assert.That(outcome.Run.Results[1]!.IdlePeriods, Is.EqualTo(20));
    }

    [Test]
    public void LearnedContender_ThatDoesNotTellWhatItHasSeen_IsNamed() =>
        Assert.That(
            () => Run(Choice.Of(new LearnedFactory { Throws = new InvalidOperationException("no idea") })),
            Throws.InstanceOf<PredictorFaultException>().With.Message.EqualTo(
                "plugins/made-up.dll: learned on made-up: threw InvalidOperationException in TrainedOn: no idea"));

    [Test]
    public void LearnedContender_WhoseModelCannotBeRead_SaysSoItself() =>
        Assert.That(
            () => Run(Choice.Of(new LearnedFactory { Throws = new InvalidDataException("my.model: not a model") })),
            Throws.InstanceOf<InvalidDataException>().With.Message.EqualTo("my.model: not a model"));

    private static RunOutcome Run(params PredictorChoice[] contenders) => new TraceReplayer(Plan(contenders)).Run(new MadeUpReader(s_trace));

    private static RunPlan Plan(params PredictorChoice[] contenders) => new() { Contenders = contenders, Profile = MadeUpProfile.Primes };
}
