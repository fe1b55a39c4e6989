using CsCheck;
using Predictors.Abstractions;
using Predictors.IdlePath;
using Predictors.IdlePath.Tests;
using Predictors.Plugins.HaltPoll;
using Predictors.Plugins.KvmHaltPoll;
using Predictors.Ranking;

namespace Predictors.Hosting.Tests;

public sealed class TraceExplainerTests
{
    [Test]
    public void Groups_OfAnyTrace_AddUpToTheRunExactly() => Gen.Select(RandomTraces.Any, RandomProfiles.Any, Gen.Int[1, 40], Gen.Long[0, 50_000]).Sample((trace, profile, chunk, warmUpNs) =>
    {
        (TraceRun run, Explanation explanation) = Explain(trace, Plan(profile) with { WarmUpNs = warmUpNs }, chunk);

        Assert.Multiple(() =>
        {
            CostBlock[] runs = [.. run.Results.Select(r => new CostBlock(r!.Accounts.WasteNs, r.Latency.TotalNs))];
            foreach (PeriodSums sums in new[] { explanation.Total, Sum(explanation.ByOutcome), Sum(explanation.ByCause), Sum(explanation.ByLength), Sum(explanation.ByTime) })
            {
                Assert.That((sums.Periods, sums.First, sums.Second), Is.EqualTo((run.Trace.IdlePeriods, runs[0], runs[1])));
                Assert.That(sums.ClairvoyantNs, Is.EqualTo(run.Clairvoyant.CostNs).Within(1e-9).Percent);
            }
        });
    }, iter: 300, threads: 1);

    [Test]
    public void Lists_OfAnyTrace_AreThoseOfSortingAllPeriods() => Gen.Select(RandomTraces.Any, RandomProfiles.Any, Gen.Int[1, 40], Gen.Int[0, 6]).Sample((trace, profile, chunk, top) =>
    {
        (TraceRun run, Explanation explanation) = Explain(trace, Plan(profile), chunk, new ExplanationOptions { Top = top });
        ExplainedPeriod[] all = [.. Explain(trace, Plan(profile), chunk, new ExplanationOptions { Top = 100_000 }).Explanation.Costliest];

        Assert.That(all, Has.Length.EqualTo(run.Trace.IdlePeriods));
        Assert.That(
            explanation.Costliest.Select(Key),
            Is.EqualTo(all.OrderByDescending(p => p.First.Cost.CostNs(1)).ThenBy(p => p.EntryNs).ThenBy(p => p.Vcpu).Take(top).Select(Key)));
        Assert.That(
            explanation.FirstCostsMore.Select(Key),
            Is.EqualTo(all.Where(p => Difference(p) > 0).OrderByDescending(Difference).ThenBy(p => p.EntryNs).ThenBy(p => p.Vcpu).Take(top).Select(Key)));
        Assert.That(
            explanation.SecondCostsMore.Select(Key),
            Is.EqualTo(all.Where(p => Difference(p) < 0).OrderBy(Difference).ThenBy(p => p.EntryNs).ThenBy(p => p.Vcpu).Take(top).Select(Key)));
    }, iter: 200, threads: 1);

    [Test]
    public void Run_OneCaughtAndOneMissed_SaysWhatHappened()
    {
        MadeUpTrace trace = MadeUpTrace.Of([100, 900, 4_000]);
        RunPlan plan = Plan(MadeUpProfile.Primes) with { Contenders = [Choice.Of(new ScriptedFactory(500, 500, 0))], HostPolling = null };

        Explanation explanation = Explain(trace, plan, chunk: 10).Explanation;

        Assert.That(
            explanation.Costliest.OrderBy(p => p.Number).Select(p => (p.Number, p.EntryNs, p.IdleNs, p.First.WindowNs, p.First.Outcome)),
            Is.EqualTo(new[]
            {
                (1L, 0L, 100L, 500L, PeriodOutcome.Caught),
                (2L, 1_100L, 900L, 500L, PeriodOutcome.HaltedAfterPoll),
                (3L, 3_000L, 4_000L, 0L, PeriodOutcome.HaltedAtOnce),
            }));
        Assert.That(explanation.Costliest.Select(p => p.Second), Is.All.Null);
    }

    [TestCase(0, 0)]
    [TestCase(999, 0)]
    [TestCase(1_000, 1_000)]
    [TestCase(4_999, 2_000)]
    [TestCase(12_000_000, 10_000_000)]
    public void LengthClass_OfALength_IsTheBoundBelow(long idleNs, long boundNs) => Assert.That(LengthClass.Of(idleNs), Is.EqualTo(boundNs));

    private static RunPlan Plan(MachineProfile profile) => new()
    {
        Contenders = [Choice.Of(new HaltPollFactory(), "max=20us", "grow-start=3us"), Choice.Of(new KvmHaltPollFactory(), "max=20us", "grow-start=2us")],
        Profile = profile,
        HostPolling = Choice.Of(new KvmHaltPollFactory()),
    };

    private static (TraceRun Run, Explanation Explanation) Explain(MadeUpTrace trace, RunPlan plan, int chunk, ExplanationOptions? options = null) =>
        new TraceExplainer(plan, options ?? new ExplanationOptions()).Run(new MadeUpReader(trace, chunk), new Progress<double>());

    private static PeriodSums Sum<TKey>(IEnumerable<PeriodGroup<TKey>> groups) => groups.Aggregate(default(PeriodSums), (sum, g) => sum + g.Sums);

    private static double Difference(ExplainedPeriod period) => period.First.Cost.CostNs(1) - period.Second!.Value.Cost.CostNs(1);

    private static (int, long) Key(ExplainedPeriod period) => (period.Vcpu, period.Number);
}
