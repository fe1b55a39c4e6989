using System.Reflection;
using CsCheck;
using Predictors.Traces;

namespace Predictors.IdlePath.Tests;

/// <summary>What holds for every trace, machine, predictor and host rule.</summary>
public sealed class AccountPropertyTests
{
    private static readonly PropertyInfo[] s_accounts = [.. typeof(IdleAccounts).GetProperties().Where(p => p.CanWrite)];

    [Test]
    public void TimeLine_AnyReplay_AddsUpToSpanTimesVcpus() => RandomReplay.Any.Sample(TimeLineAddsUp, iter: 2_000);

    [Test]
    public void TimeLine_LongReplay_AddsUpToSpanTimesVcpus() => RandomReplay.Long.Sample(TimeLineAddsUp, iter: 200);

    [Test]
    public void TimeLine_AnyMachine_AddsUpToSpanTimesVcpus() => RandomReplay.Varied.Sample(TimeLineAddsUp, iter: 2_000);

    [Test]
    public void TimeLine_AnyMachineLong_AddsUpToSpanTimesVcpus() => RandomReplay.LongVaried.Sample(TimeLineAddsUp, iter: 30);

    [Test]
    public void RecordedTime_OneGapAnywhere_IsNeitherBusyNorIdle()
    {
        var settings = new ReplaySettings { Costs = new IdlePathCosts(MadeUpProfile.Primes) };
        MadeUpTrace trace = MadeUpTrace.Of(Enumerable.Repeat(100L, 300), busyNs: 7);
        for (int gap = 0; gap < 300; gap++)
        {
            IdlePeriod[] periods = [.. trace.Vcpus[0]];
            periods[gap] = periods[gap] with { Flags = periods[gap].Flags | SegmentFlags.AfterGap };
            IdleAccounts accounts = (trace with { Vcpus = [periods] }).Replay(new ScriptedFactory().Bind(), settings).Accounts;

            // 7 ns after the last idle period, and as much in the gap unless nothing came before it.
            long uncoveredNs = gap == 0 ? 7 : 14;
            Assert.That((accounts.UncoveredNs, accounts.BusyNs), Is.EqualTo((uncoveredNs, (300 * 7) - uncoveredNs)), $"gap before period {gap}");
        }
    }

    [Test]
    public void Accounts_AnyReplay_AreNotNegative() => RandomReplay.Any.Sample(AreNotNegative, iter: 2_000);

    [Test]
    public void Accounts_AnyMachine_AreNotNegative() => RandomReplay.Varied.Sample(AreNotNegative, iter: 2_000);

    [Test]
    public void Accounts_AnyMachineThatStopsItsTick_SplitEachIdlePeriod() => RandomReplay.Varied.Where(r => r.Settings.Costs.Setup.StopsTick).Sample(run =>
    {
        IdleAccounts accounts = run.Run().Accounts;

        Assert.That(
            accounts.GuestPollNs + accounts.TransitionNs + accounts.HostPollNs + accounts.BlockedNs,
            Is.EqualTo(Scored(run).Sum(p => p.IdleNs)),
            "each idle period from entry to arrival");
    }, iter: 2_000);

    [Test]
    public void Luck_AnyChunks_IsTheSame() => Gen.Select(RandomReplay.Varied, Gen.Int[1, 70]).Sample(
        (run, chunk) => Assert.That(ResultText.Of(run.Run(chunk)), Is.EqualTo(ResultText.Of(run.Run()))), iter: 500);

    [Test]
    public void RecordedAccounts_AnyReplay_AreThoseOfTheTrace() => RandomReplay.Any.Sample(run =>
    {
        IEnumerable<IdlePeriod> scored = Scored(run);
        IdleAccounts accounts = run.Run().Accounts;

        Assert.That(accounts.RecordedWakeUpNs, Is.EqualTo(scored.Sum(p => p.ExitNs - p.ArrivalNs)));
        Assert.That(
            accounts.GuestPollNs + accounts.TransitionNs + accounts.HostPollNs + accounts.BlockedNs,
            Is.EqualTo(scored.Sum(p => p.IdleNs)),
            "each idle period from entry to arrival");
    }, iter: 1_000);

    [Test]
    public void Counts_AnyReplay_FitTogether() => RandomReplay.Any.Sample(run =>
    {
        IdlePeriod[] scored = [.. Scored(run)];
        ReplayResult result = run.Run();

        Assert.That(result.IdlePeriods, Is.EqualTo(scored.Length));
        Assert.That(result.Caught + result.Abandoned + result.Halts, Is.EqualTo(scored.Length));
        Assert.That(result.HostCaught, Is.LessThanOrEqualTo(result.Halts));
        Assert.That(result.Latency.Count, Is.EqualTo(scored.Count(p => p.TaskRan)));
        Assert.That(result.IpisSent + result.IpisSpared, Is.EqualTo(scored.Count(p => IdlePathCosts.IsRemote(p.Cause))));
        Assert.That((result.Exits.Hlt, result.Exits.Ipi), Is.EqualTo((result.Halts, result.IpisSent)));
        Assert.That(result.Accounts.WakerIpiNs, Is.EqualTo(result.IpisSent * run.Settings.Costs.IpiSendNs));
    }, iter: 1_000);

    [Test]
    public void Blocks_AnyReplay_AddUpToWasteAndLatency() => RandomReplay.Long.Sample(BlocksAddUp, iter: 200);

    [Test]
    public void Blocks_AnyMachine_AddUpToWasteAndLatency() => RandomReplay.LongVaried.Sample(BlocksAddUp, iter: 30);

    private static void BlocksAddUp(RandomReplay run)
    {
        ReplayResult result = run.Run();
        if (result.Blocks.Count > 0)
        {
            Assert.That(result.Blocks.Sum(b => b.WasteNs), Is.EqualTo(result.Accounts.WasteNs));
        }

        Assert.That(result.Blocks.Sum(b => b.LatencyNs), Is.EqualTo(result.Latency.TotalNs));
    }

    private static void AreNotNegative(RandomReplay run)
    {
        IdleAccounts accounts = run.Run().Accounts;
        foreach (PropertyInfo account in s_accounts)
        {
            Assert.That((long)account.GetValue(accounts)!, Is.GreaterThanOrEqualTo(0), account.Name);
        }
    }

    private static void TimeLineAddsUp(RandomReplay run)
    {
        long fromNs = Math.Max(run.Trace.FirstNs, run.Settings.ScoreFromNs ?? run.Trace.FirstNs);

        Assert.That(run.Run().Accounts.TimeLineNs, Is.EqualTo(Math.Max(0, run.Trace.LastNs - fromNs) * run.Trace.Vcpus.Count));
    }

    private static IEnumerable<IdlePeriod> Scored(RandomReplay run) =>
        run.Trace.Vcpus.SelectMany(v => v).Where(p => p.EntryNs >= (run.Settings.ScoreFromNs ?? long.MinValue));
}
