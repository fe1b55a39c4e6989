using CsCheck;
using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath.Tests;

/// <summary>A random closed loop: traces whose wake-ups hang on anything, sensible or not.</summary>
internal sealed record RandomLoop(MadeUpTrace Trace, RandomReplay Replay, IdlePathCosts RecordedOn, TimerAssumption Timers)
{
    private static readonly Gen<(int Kind, int Vcpu, long BeforeNs)[]> s_causes = Gen.Select(
        Gen.Int[0, 9], Gen.Int[-1, 4], Gen.OneOf(Gen.Const(0L), Gen.Long[-50, 400], Gen.Long[0, 100_000])).Array[0, 240];

    // A closed loop takes no ticks of an idle guest.
    private static readonly Gen<RandomReplay> s_replays = Gen.Select(
        RandomReplay.Any, RandomProfiles.Any, Gen.Bool,
        (replay, profile, constant) => constant || !replay.Settings.Costs.Setup.StopsTick
            ? replay with { Settings = replay.Settings with { Costs = new IdlePathCosts(profile) } }
            : replay);

    /// <summary>Causes anywhere: in work, in interrupts, asleep, in gaps, after their effect, on vCPUs that are not there.</summary>
    public static Gen<RandomLoop> Any { get; } = Gen.Select(
        s_replays, s_causes, RandomProfiles.Any, Gen.Enum<TimerAssumption>(),
        (replay, causes, recordedOn, timers) => new RandomLoop(Hang(replay.Trace, causes), replay, new IdlePathCosts(recordedOn), timers));

    /// <summary>The recorded exit is the arrival, and each cause comes at the arrival, or is the arming of a timer that lasts until then.</summary>
    public static Gen<RandomLoop> WithoutRecordedLatency { get; } = Gen.Select(
        s_replays, s_causes, Gen.Enum<TimerAssumption>(),
        (replay, causes, timers) => new RandomLoop(
            HangExactly(WithoutLatency(replay.Trace), causes), replay with { Settings = replay.Settings with { ScoreFromNs = null } }, new IdlePathCosts(MachineProfiles.Get("free")), timers));

    public ReplaySettings Settings => Replay.Settings;

    public ReplayResult Run(IdlePathCosts? costs = null, BoundPredictor? predictor = null, DecisionLog? log = null) => ClosedLoopReplay
        .Create(Graph(), predictor ?? Replay.Predictor, Settings with { Costs = costs ?? Settings.Costs }, log).Run();

    public WakeUpGraph Graph() => Trace.Graph(RecordedOn, Timers, Settings.ScoreFromNs, chunk: 7);

    private static MadeUpTrace Hang(MadeUpTrace trace, (int Kind, int Vcpu, long BeforeNs)[] causes)
    {
        int at = 0;
        return trace with
        {
            Vcpus = [.. trace.Vcpus.Select(v => (IReadOnlyList<IdlePeriod>)[.. v.Select(p => at < causes.Length ? Hang(p, causes[at++]) : p)])],
        };
    }

    private static IdlePeriod Hang(IdlePeriod period, (int Kind, int Vcpu, long BeforeNs) cause)
    {
        long causeNs = Math.Max(0, period.ArrivalNs - cause.BeforeNs);
        return cause.Kind switch
        {
            < 5 => period with { WakerVcpu = cause.Vcpu, WakerNs = cause.Vcpu < 0 ? -1 : causeNs },
            5 or 6 => period with
            {
                Cause = WakeCause.Timer,
                Flags = period.Flags | SegmentFlags.RelativeTimer,
                ArmedVcpu = cause.Vcpu,
                ArmedNs = causeNs,
                TimerLengthNs = Math.Abs(cause.BeforeNs),
            },
            7 => period with { Cause = WakeCause.Timer, Flags = period.Flags | SegmentFlags.Tick },
            _ => period,
        };
    }

    private static MadeUpTrace HangExactly(MadeUpTrace trace, (int Kind, int Vcpu, long BeforeNs)[] causes)
    {
        (int, int, long)[] exact = [.. causes.Select(c => c.Kind < 5 ? c with { BeforeNs = 0 } : c with { BeforeNs = Math.Abs(c.BeforeNs) })];
        return Hang(trace, exact);
    }

    private static MadeUpTrace WithoutLatency(MadeUpTrace trace) => trace with
    {
        Vcpus = [.. trace.Vcpus.Select(v => (IReadOnlyList<IdlePeriod>)[.. v.Select(p => p with { ExitNs = p.ArrivalNs })])],
    };
}
