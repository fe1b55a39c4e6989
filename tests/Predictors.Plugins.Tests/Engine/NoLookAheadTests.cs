using CsCheck;
using Predictors.IdlePath;
using Predictors.IdlePath.Tests;

namespace Predictors.Plugins.Tests;

/// <summary>What comes later never changes an earlier decision.</summary>
public sealed class NoLookAheadTests
{
    private static readonly Gen<(RandomReplay, MadeUpTrace, double)> s_runs = Gen.Select(RandomReplay.Any, RandomTraces.Any, Gen.Double[0, 1]);

    [TestCaseSource(typeof(Shipped), nameof(Shipped.Names))]
    public void Decisions_TheFutureChanges_StayAsTheyWere(string predictor) => s_runs.Sample((run, other, share) =>
    {
        BoundPredictor bound = Shipped.Get(predictor);
        long nowNs = run.Trace.FirstNs + (long)(share * (run.Trace.LastNs - run.Trace.FirstNs));
        MadeUpTrace another = AnotherFuture(run.Trace, other, nowNs);

        Assert.That(
            DecisionsUntil(nowNs, another, bound, run.Settings),
            Is.EqualTo(DecisionsUntil(nowNs, run.Trace, bound, run.Settings)));
    }, iter: 300);

    /// <summary>Up to an instant the one trace, from then on the other one; an idle period that spans the instant ends differently.</summary>
    private static MadeUpTrace AnotherFuture(MadeUpTrace trace, MadeUpTrace other, long nowNs)
    {
        long laterNs = Math.Max(trace.LastNs, nowNs);
        IEnumerable<IReadOnlyList<IdlePeriod>> vcpus = trace.Vcpus.Select((past, vcpu) =>
        {
            IEnumerable<IdlePeriod> future = vcpu < other.Vcpus.Count ? other.Vcpus[vcpu] : [];
            return (IReadOnlyList<IdlePeriod>)
            [
                .. past.Where(p => p.EntryNs <= nowNs).Select(p => p.ExitNs <= nowNs ? p : p with { ArrivalNs = laterNs, ExitNs = laterNs }),
                .. future.Select(p => p with { EntryNs = p.EntryNs + laterNs, ArrivalNs = p.ArrivalNs + laterNs, ExitNs = p.ExitNs + laterNs }),
            ];
        });
        return new MadeUpTrace([.. vcpus], trace.FirstNs, laterNs + other.LastNs);
    }

    private static List<(int, long, long)> DecisionsUntil(long nowNs, MadeUpTrace trace, BoundPredictor predictor, ReplaySettings settings) =>
        [.. LoggedDecision.Of(log => trace.Replay(predictor, settings, observer: log))
            .Where(d => d.EntryNs <= nowNs)
            .Select(d => (d.Vcpu, d.EntryNs, d.WindowNs))
            .OrderBy(d => (d.Vcpu, d.EntryNs))];
}
