using CsCheck;

namespace Predictors.IdlePath.Tests;

/// <summary>What comes before the scored part is history: it changes the predictor and the tick, and nothing of it is booked.</summary>
public sealed class ScoreFromTests
{
    [Test]
    public void Scored_AndWhatCameBefore_AddUpToTheWhole() => RandomReplay.Long.Sample(run =>
    {
        long fromNs = run.Settings.ScoreFromNs ?? ((run.Trace.FirstNs + run.Trace.LastNs) / 2);
        ReplayResult whole = Scored(run.Trace, run, null);
        ReplayResult later = Scored(run.Trace, run, fromNs);
        ReplayResult earlier = Scored(Before(run.Trace, fromNs), run, null);

        Assert.That(later.IdlePeriods, Is.EqualTo(whole.IdlePeriods - earlier.IdlePeriods));
        Assert.That((later.Caught, later.Abandoned, later.Halts), Is.EqualTo(
            (whole.Caught - earlier.Caught, whole.Abandoned - earlier.Abandoned, whole.Halts - earlier.Halts)));
        Assert.That(later.Accounts.WasteNs, Is.EqualTo(whole.Accounts.WasteNs - earlier.Accounts.WasteNs));
        Assert.That(later.Latency.TotalNs, Is.EqualTo(whole.Latency.TotalNs - earlier.Latency.TotalNs));
        Assert.That(later.Latency.Count, Is.EqualTo(whole.Latency.Count - earlier.Latency.Count));
        Assert.That(later.Exits.TimerWrite, Is.EqualTo(whole.Exits.TimerWrite - earlier.Exits.TimerWrite));
    }, iter: 300);

    [Test]
    public void ScoreFrom_TheBeginning_ScoresEverything() => RandomReplay.Any.Sample(run =>
        Assert.That(
            ResultText.Of(Scored(run.Trace, run, run.Trace.FirstNs)),
            Is.EqualTo(ResultText.Of(Scored(run.Trace, run, null)))), iter: 300);

    [Test]
    public void ScoreFrom_IdlePeriodsOfTheSameInstant_ScoresAllOfThem()
    {
        // Ten idle periods without length at 5,000 ns: none of them begins before that instant.
        IdlePeriod[] rows = [.. Enumerable.Repeat(new IdlePeriod(5_000, 5_000, 5_000, 0, Traces.SegmentFlags.TaskRan), 10)];
        ReplayResult result = new MadeUpTrace([rows], 0, 6_000).Replay(
            new ScriptedFactory().Bind(), new ReplaySettings { Costs = new IdlePathCosts(MadeUpProfile.Primes), ScoreFromNs = 5_000 });

        Assert.That(result.IdlePeriods, Is.EqualTo(10));
    }

    private static ReplayResult Scored(MadeUpTrace trace, RandomReplay run, long? fromNs) =>
        trace.Replay(run.Predictor, run.Settings with { ScoreFromNs = fromNs });

    private static MadeUpTrace Before(MadeUpTrace trace, long fromNs) =>
        trace with { Vcpus = [.. trace.Vcpus.Select(v => v.Where(p => p.EntryNs < fromNs).ToArray())] };
}
