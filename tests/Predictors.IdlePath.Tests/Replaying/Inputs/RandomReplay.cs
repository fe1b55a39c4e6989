using CsCheck;
using Predictors.Abstractions;
using Predictors.Plugins.HaltPoll;
using Predictors.Plugins.KvmHaltPoll;

namespace Predictors.IdlePath.Tests;

/// <summary>A random trace, machine, predictor and host rule.</summary>
internal sealed record RandomReplay(MadeUpTrace Trace, BoundPredictor Predictor, ReplaySettings Settings)
{
    private static readonly Gen<long> s_windowNs = Gen.OneOf(
        Gen.Const(0L), Gen.Long[0, 60], Gen.Long[0, 2_500], Gen.Long[0, 100_000], Gen.Const(PollWindow.MaxNs));

    private static readonly Gen<BoundPredictor> s_scripted = Gen.Select(
        s_windowNs.Array[1, 30].Array[4], Gen.OneOf(Gen.Const(0L), Gen.Long[0, 500]),
        (windows, decisionNs) => new ScriptedFactory(vcpu => windows[vcpu]) { DecisionNs = decisionNs }.Bind());

    private static readonly Gen<BoundPredictor> s_haltPoll = Gen.Const(Bound(new HaltPollFactory(), "max=20us", "grow-start=3us"));

    private static readonly Gen<BoundPredictor> s_kvm = Gen.Const(Bound(new KvmHaltPollFactory(), "max=20us", "grow-start=2us"));

    private static readonly Gen<BoundPredictor?> s_host =
        Gen.OneOf(Gen.Const((BoundPredictor?)null), s_kvm.Select(p => (BoundPredictor?)p), s_scripted.Select(p => (BoundPredictor?)p));

    public static Gen<RandomReplay> Any { get; } = Of(RandomTraces.Any);

    public static Gen<RandomReplay> Long { get; } = Of(RandomTraces.Long);

    /// <summary>In every setup of a machine, with costs that vary.</summary>
    public static Gen<RandomReplay> Varied { get; } = Of(RandomTraces.Any, RandomMachines.Any);

    /// <summary>The same for thousands of idle periods.</summary>
    public static Gen<RandomReplay> LongVaried { get; } = Of(RandomTraces.Long, RandomMachines.Any);

    public static BoundPredictor Bound(IPredictorFactory factory, params string[] parameters) => new(
        factory,
        ParameterValues.Parse(factory.Description, parameters.Select(p => KeyValuePair.Create(p.Split('=')[0], p.Split('=')[1]))));

    public ReplayResult Run(int chunk = 4096, IReplayObserver? observer = null) => Trace.Replay(Predictor, Settings, chunk, observer);

    private static Gen<RandomReplay> Of(Gen<MadeUpTrace> traces) => Of(traces, RandomProfiles.Any.Select(p => new IdlePathCosts(p)));

    private static Gen<RandomReplay> Of(Gen<MadeUpTrace> traces, Gen<IdlePathCosts> machines) => Gen.Select(
        traces, Gen.OneOf(s_scripted, s_haltPoll, s_kvm), s_host, machines, Gen.Bool, Gen.Double[0, 1.1],
        (trace, predictor, host, costs, scoresAll, share) => new RandomReplay(trace, predictor, new ReplaySettings
        {
            Costs = costs,
            HostPolling = host,
            ScoreFromNs = scoresAll ? null : ScoreFrom(trace, share),
        }));

    // Often exactly an entry: the first idle period that is scored.
    private static long ScoreFrom(MadeUpTrace trace, double share)
    {
        IdlePeriod[] all = [.. trace.Vcpus.SelectMany(v => v)];
        int at = (int)(share * all.Length);
        return at < all.Length ? all[at].EntryNs : trace.FirstNs + (long)(share * (trace.LastNs - trace.FirstNs));
    }
}
