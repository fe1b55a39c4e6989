using System.Reflection;
using CsCheck;
using Predictors.Abstractions;

namespace Predictors.IdlePath.Tests;

/// <summary>What holds for every trace, machine, predictor and host rule.</summary>
public sealed class ClosedLoopPropertyTests
{
    private static readonly PropertyInfo[] s_accounts = [.. typeof(IdleAccounts).GetProperties().Where(p => p.CanWrite)];

    [Test]
    public void WakeUps_AnyLoop_AreAllServed() => RandomLoop.Any.Sample(loop =>
    {
        ReplayResult result = loop.Run();

        Assert.That(result.IdlePeriods + result.ClosedLoop!.AtWork, Is.EqualTo(result.ClosedLoop.WakeUps));
        Assert.That(result.ClosedLoop.WakeUps, Is.EqualTo(Scored(loop).Count()));
        Assert.That(result.Caught + result.Abandoned + result.Halts, Is.EqualTo(result.IdlePeriods));
    }, iter: 1_500);

    [Test]
    public void TimeLine_AnyLoop_AddsUpToElapsedTimesVcpus() => RandomLoop.Any.Sample(loop =>
    {
        ReplayResult result = loop.Run();

        Assert.That(result.Accounts.TimeLineNs, Is.EqualTo(result.ClosedLoop!.ElapsedNs * loop.Trace.Vcpus.Count));
        Assert.That(result.Accounts.BusyNs, Is.EqualTo(result.ClosedLoop.BusyNs));
        Assert.That(result.Accounts.WakeUpNs, Is.GreaterThanOrEqualTo(result.Latency.TotalNs));
    }, iter: 1_500);

    [Test]
    public void Accounts_AnyLoop_AreNotNegative() => RandomLoop.Any.Sample(loop =>
    {
        IdleAccounts accounts = loop.Run().Accounts;
        foreach (PropertyInfo account in s_accounts)
        {
            Assert.That((long)account.GetValue(accounts)!, Is.GreaterThanOrEqualTo(0), account.Name);
        }

        Assert.That(accounts.WakeUpWaitNs, Is.GreaterThanOrEqualTo(0));
        Assert.That(accounts.WakerIpiOnTimeLineNs, Is.LessThanOrEqualTo(accounts.WakerIpiNs));
    }, iter: 1_000);

    [Test]
    public void Work_AnyLoop_IsDoneWhateverTheMachine() => RandomLoop.Any.Sample(loop =>
        Assert.That(loop.Run().ClosedLoop!.BusyNs, Is.EqualTo(loop.Run(new IdlePathCosts(MadeUpProfile.Primes)).ClosedLoop!.BusyNs)), iter: 500);

    [Test]
    public void Result_SameLoopAgain_IsTheSame() => RandomLoop.Any.Sample(loop =>
    {
        string first = ResultText.Of(loop.Run());

        Assert.That(ResultText.Of(loop.Run()), Is.EqualTo(first));
        Assert.That(ResultText.Of(loop.Run(log: new DecisionLog(TextWriter.Null))), Is.EqualTo(first));
    }, iter: 500);

    [Test]
    public void Blocks_AnyLoop_AddUpToWasteAndLatency() => RandomLoop.Any.Sample(loop =>
    {
        ReplayResult result = loop.Run();

        Assert.That(result.Blocks.Sum(b => b.WasteNs), Is.EqualTo(result.Accounts.WasteNs));
        Assert.That(result.Blocks.Sum(b => b.LatencyNs), Is.EqualTo(result.Latency.TotalNs));
        Assert.That(result.Blocks, Has.Count.EqualTo(loop.Run(new IdlePathCosts(MadeUpProfile.Primes)).Blocks.Count));
    }, iter: 500);

    [Test]
    public void Dependencies_AnyLoop_AreOnePerWakeUp() => RandomLoop.Any.Sample(loop =>
    {
        DependencyCounts counts = loop.Graph().Dependencies;

        Assert.That(counts.Total, Is.EqualTo(Scored(loop).Count()));
        Assert.That(counts.NotBackward + counts.NotInWork, Is.LessThanOrEqualTo(counts.Outside));
    }, iter: 1_000);

    [Test]
    public void FreeMachine_TraceWithoutRecordedLatency_ReproducesEveryIdlePeriod() => RandomLoop.WithoutRecordedLatency.Sample(loop =>
    {
        var seen = new List<Decision>();
        BoundPredictor predictor = new ScriptedFactory(40) { Seen = seen }.Bind();
        loop.Run(new IdlePathCosts(MachineProfiles.Get("free")), predictor);
        for (int v = 0; v < loop.Trace.Vcpus.Count; v++)
        {
            Assert.That(
                seen.Where(d => d.Entry.Vcpu == v).Select(d => (d.Entry.NowNs, d.Exit.IdleNs, d.Exit.Cause)),
                Is.EqualTo(loop.Trace.Vcpus[v].Select(p => (p.EntryNs, p.IdleNs, p.Cause))));
        }
    }, iter: 1_500);

    [Test]
    public void FreeMachine_TraceWithoutRecordedLatency_GivesTheOpenLoopsResult() => RandomLoop.WithoutRecordedLatency.Sample(loop =>
        AgreesWithOpenLoop(
            loop.Trace,
            loop.Timers,
            loop.Replay.Predictor.DecisionCostNs == 0 ? loop.Replay.Predictor : new ScriptedFactory(40, 0, 2_000).Bind(),
            loop.Settings with { Costs = new IdlePathCosts(MachineProfiles.Get("free")) }), iter: 1_000);

    [Test]
    public void UnconnectedTrace_RecordedOnThatMachineUnderThatPredictor_GivesTheOpenLoopsResult() => SimulatedRecording.Any.Sample(r =>
        AgreesWithOpenLoop(r.Trace, TimerAssumption.Absolute, r.Predictor, r.Settings), iter: 1_000);

    private static void AgreesWithOpenLoop(MadeUpTrace trace, TimerAssumption timers, BoundPredictor predictor, ReplaySettings settings)
    {
        settings = settings with { ScoreFromNs = null };
        ReplayResult open = trace.Replay(predictor, settings);
        WakeUpGraph graph = trace.Graph(new IdlePathCosts(MachineProfiles.Get("free")), timers);
        ReplayResult closed = ClosedLoopReplay.Create(graph, predictor, settings).Run();

        // What comes after the last idle period is work of unknown length, and each loop has its own place for what follows an arrival.
        IdleAccounts Common(IdleAccounts accounts) => accounts with
        {
            UncoveredNs = 0, RecordedWakeUpNs = 0, WakeUpNs = 0, WakerIpiOnTimeLineNs = 0,
        };
        Assert.That(
            ResultText.Of(closed with { ClosedLoop = null, Accounts = Common(closed.Accounts) }),
            Is.EqualTo(ResultText.Of(open with { Accounts = Common(open.Accounts) })));
    }

    private static IEnumerable<IdlePeriod> Scored(RandomLoop loop) =>
        loop.Trace.Vcpus.SelectMany(v => v).Where(p => p.EntryNs >= (loop.Settings.ScoreFromNs ?? long.MinValue));
}
