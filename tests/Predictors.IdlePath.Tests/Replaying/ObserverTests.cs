using CsCheck;

namespace Predictors.IdlePath.Tests;

/// <summary>What an observer is told adds up to the result, to the nanosecond.</summary>
public sealed class ObserverTests
{
    [Test]
    public void Costs_OfScoredPeriods_AddUpToTheRun() => Gen.Select(RandomReplay.Any, Gen.Int[1, 70]).Sample((run, chunk) =>
    {
        var seen = new Seen();
        ReplayResult result = run.Run(chunk, seen);
        CostBlock sum = seen.Scored.Aggregate(default(CostBlock), (total, p) => total + p.Cost);

        Assert.That(sum, Is.EqualTo(new CostBlock(result.Accounts.WasteNs, result.Latency.TotalNs)));
    }, threads: 1);

    [Test]
    public void Accounts_OfScoredPeriods_AddUpToTheRun() => Gen.Select(RandomReplay.Any, Gen.Int[1, 70]).Sample(AccountsAddUp, threads: 1);

    [Test]
    public void Accounts_OnAnyMachine_AddUpToTheRun() => Gen.Select(RandomReplay.Varied, Gen.Int[1, 70]).Sample(AccountsAddUp, threads: 1);

    [Test]
    public void Outcomes_OfScoredPeriods_AreThoseCounted() => Gen.Select(RandomReplay.Any, Gen.Int[1, 70]).Sample((run, chunk) =>
    {
        var seen = new Seen();
        ReplayResult result = run.Run(chunk, seen);

        Assert.That(
            (seen.Count(PeriodOutcome.Caught), seen.Count(PeriodOutcome.Abandoned), seen.Count(PeriodOutcome.HostCaught)),
            Is.EqualTo((result.Caught, result.Abandoned, result.HostCaught)));
        Assert.That(seen.Scored.Count, Is.EqualTo(result.IdlePeriods));
    }, threads: 1);

    [Test]
    public void Periods_BeforeTheScoredPart_AreToldAsSuch()
    {
        var seen = new Seen();
        MadeUpTrace.Of([100, 100, 100]).Replay(
            new ScriptedFactory(50L).Bind(), new ReplaySettings { Costs = new IdlePathCosts(MadeUpProfile.Primes), ScoreFromNs = 1_100 }, observer: seen);

        Assert.That(seen.All.Select(p => p.IsScored), Is.EqualTo([false, true, true]));
    }

    private static void AccountsAddUp(RandomReplay run, int chunk)
    {
        var seen = new Seen();
        IdleAccounts all = run.Run(chunk, seen).Accounts;

        Assert.Multiple(() =>
        {
            Assert.That(Sum(a => a.GuestPollCaughtNs), Is.EqualTo(all.GuestPollCaughtNs));
            Assert.That(Sum(a => a.GuestPollFailedNs), Is.EqualTo(all.GuestPollFailedNs));
            Assert.That(Sum(a => a.TransitionNs), Is.EqualTo(all.TransitionNs));
            Assert.That(Sum(a => a.HostPollCaughtNs), Is.EqualTo(all.HostPollCaughtNs));
            Assert.That(Sum(a => a.HostPollFailedNs), Is.EqualTo(all.HostPollFailedNs));
            Assert.That(Sum(a => a.BlockedNs), Is.EqualTo(all.BlockedNs));
            Assert.That(Sum(a => a.WakeUpOverheadNs), Is.EqualTo(all.WakeUpOverheadNs));
            Assert.That(Sum(a => a.WakerIpiNs), Is.EqualTo(all.WakerIpiNs));
            Assert.That(Sum(a => a.HousekeepingNs), Is.EqualTo(all.HousekeepingNs));
            Assert.That(Sum(a => a.SiblingNs), Is.EqualTo(all.SiblingNs));
            Assert.That(seen.All.Select(p => p.Accounts.TransitionNs), Is.All.GreaterThanOrEqualTo(0));
            Assert.That(seen.All.Select(p => p.Accounts.WakeUpOverheadNs), Is.All.GreaterThanOrEqualTo(0));
        });

        long Sum(Func<PeriodAccounts, long> account) => seen.Scored.Sum(p => account(p.Accounts));
    }

    private sealed class Seen : IReplayObserver
    {
        public List<ReplayedPeriod> All { get; } = [];

        public List<ReplayedPeriod> Scored => All.FindAll(p => p.IsScored);

        public void Observe(in ReplayedPeriod period) => All.Add(period);

        public long Count(PeriodOutcome outcome) => Scored.Count(p => p.Outcome == outcome);
    }
}
