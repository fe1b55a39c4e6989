using Predictors.Abstractions;
using Predictors.IdlePath;
using Predictors.IdlePath.Tests;
using Predictors.Plugins.Fixed;
using Predictors.Ranking;

namespace Predictors.Hosting.Tests;

/// <summary>The idle periods begin at 0, 1,100, 2,200 ... ns; each lasts 100 ns.</summary>
public sealed class ScoredPartTests
{
    private static readonly MadeUpTrace s_trace = MadeUpTrace.Of(Enumerable.Repeat(100L, 50));

    [Test]
    public void Run_WithoutWarmUp_ScoresAll()
    {
        TraceSummary summary = Run(0, new HaltFactory()).Run.Trace;

        Assert.That((summary.IdlePeriods, summary.SpanNs, summary.ScoredFromNs, summary.ScoredFromReason), Is.EqualTo((50L, 55_000L, (long?)null, (string?)null)));
    }

    [Test]
    public void Run_WithWarmUp_ScoresTheRestAndSaysSo()
    {
        TraceSummary summary = Run(22_000, new HaltFactory()).Run.Trace;

        Assert.That((summary.IdlePeriods, summary.SpanNs, summary.ScoredFromNs), Is.EqualTo((30, 33_000, 22_000)));
        Assert.That(summary.ScoredFromReason, Is.EqualTo("the first 22us are warm-up"));
    }

    [Test]
    public void Run_WithALearnedContender_ScoresForAllWhatItHasNotSeen()
    {
        RunOutcome outcome = Run(0, new HaltFactory(), new LearnedFactory(new TrainedOn(new string('b', 64), 11_000), new TrainedOn(new string('c', 64), 44_000)));

        Assert.That(outcome.Run.Results.Select(r => r!.IdlePeriods), Is.All.EqualTo(40));
        Assert.That(outcome.Run.Trace.ScoredFromNs, Is.EqualTo(11_000));
        Assert.That(outcome.Run.Trace.ScoredFromReason, Is.EqualTo("learned was trained on what comes before"));
        Assert.That(outcome.Run.Clairvoyant.CostNs, Is.EqualTo(Run(11_000, new HaltFactory()).Run.Clairvoyant.CostNs));
    }

    [TestCase(5_000, 11_000, "learned was trained on what comes before")]
    [TestCase(22_000, 22_000, "the first 22us are warm-up")]
    public void Run_WithWarmUpAndALearnedContender_BeginsAtTheLater(long warmUpNs, long fromNs, string reason)
    {
        TraceSummary summary = Run(warmUpNs, new LearnedFactory(new TrainedOn(new string('b', 64), 11_000))).Run.Trace;

        Assert.That((summary.ScoredFromNs, summary.ScoredFromReason), Is.EqualTo((fromNs, reason)));
    }

    [Test]
    public void Run_LearnedFromAnotherTrace_ScoresAll() =>
        Assert.That(Run(0, new LearnedFactory(new TrainedOn(new string('c', 64), 11_000))).Run.Trace.ScoredFromNs, Is.Null);

    [Test]
    public void Run_LearnedFromAllOfIt_ScoresNothing()
    {
        RunOutcome outcome = Run(0, new HaltFactory(), new LearnedFactory(new TrainedOn(new string('b', 64), 60_000)));

        Assert.That((outcome.Run.Trace.IdlePeriods, outcome.Run.Trace.SpanNs), Is.EqualTo((0, 0)));
        Assert.That(outcome.Run.Results.Select(r => r!.Accounts.TimeLineNs), Is.All.Zero);
        Assert.That(outcome.Run.Trace.BeginsAfterTraining, Is.True);
    }

    [Test]
    public void Run_TrainedIsAllowed_ScoresAllAndMarksTheResult()
    {
        var learned = new LearnedFactory(new TrainedOn(new string('b', 64), 60_000));
        RunOutcome outcome = Run(0, allowTrained: true, new HaltFactory(), learned);

        Assert.That(outcome.Run.Trace.IdlePeriods, Is.EqualTo(50));
        Assert.That((outcome.Run.Results[0]!.TrainedHere, outcome.Run.Results[1]!.TrainedHere), Is.EqualTo((false, true)));
    }

    [Test]
    public void Run_TrainedIsNotAllowed_MarksNothing()
    {
        RunOutcome outcome = Run(0, new LearnedFactory(new TrainedOn(new string('b', 64), 11_000)));

        Assert.That(outcome.Run.Results[0]!.TrainedHere, Is.False);
    }

    private static RunOutcome Run(long warmUpNs, params IPredictorFactory[] contenders) => Run(warmUpNs, allowTrained: false, contenders);

    private static RunOutcome Run(long warmUpNs, bool allowTrained, params IPredictorFactory[] contenders)
    {
        var plan = new RunPlan
        {
            Contenders = [.. contenders.Select(c => Choice.Of(c))],
            Profile = MadeUpProfile.Primes,
            WarmUpNs = warmUpNs,
            AllowTrained = allowTrained,
        };
        return new TraceReplayer(plan).Run(new MadeUpReader(s_trace));
    }
}
