using CsCheck;
using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath.Tests;

/// <summary>A trace as a recorder on the machine, under the predictor, would have written it; nothing in it hangs on a vCPU.</summary>
internal sealed record SimulatedRecording(MadeUpTrace Trace, BoundPredictor Predictor, ReplaySettings Settings)
{
    private static readonly Gen<long> s_windowNs = Gen.OneOf(Gen.Const(0L), Gen.Long[0, 2_500], Gen.Long[0, 100_000]);

    public static Gen<SimulatedRecording> Any { get; } = Gen.Select(
        RandomTraces.Any, s_windowNs.Array[1, 20], s_windowNs.Array[0, 20], RandomProfiles.Any, Record);

    private static SimulatedRecording Record(MadeUpTrace trace, long[] windows, long[] hostWindows, MachineProfile profile)
    {
        // Without timer writes a task runs as soon as the kernel has left its idle loop.
        var costs = new IdlePathCosts(profile with { Costs = profile.Costs with { TimerWriteExit = new ProfileCost(0, "none") } });
        BoundPredictor predictor = new ScriptedFactory(windows).Bind();
        BoundPredictor? host = hostWindows.Length == 0 ? null : new ScriptedFactory(hostWindows).Bind();
        var plan = new PathPlan(costs, 0, host);
        IReadOnlyList<IdlePeriod>[] recorded = [.. trace.Vcpus.Select((periods, v) => host is null
            ? Record(trace.FirstNs, periods, new Scripted(windows, null), VirtualizedPath<NoHostPolling, ConstantMachine>.Create(plan, v, Tally.For(costs)))
            : Record(trace.FirstNs, periods, new Scripted(windows, null), VirtualizedPath<Scripted, ConstantMachine>.Create(plan, v, Tally.For(costs))))];
        long lastNs = recorded.SelectMany(v => v).Select(p => p.ExitNs).DefaultIfEmpty(trace.FirstNs).Max();
        return new SimulatedRecording(
            new MadeUpTrace(recorded, trace.FirstNs, lastNs), predictor, new ReplaySettings { Costs = costs, HostPolling = host });
    }

    private static List<IdlePeriod> Record<TPath>(long beginNs, IReadOnlyList<IdlePeriod> periods, Scripted predictor, TPath path)
        where TPath : struct, IIdlePath
    {
        var recorded = new List<IdlePeriod>();
        (long nowNs, long previousNs) = (beginNs, beginNs);
        foreach (IdlePeriod period in periods)
        {
            long entryNs = nowNs + period.EntryNs - previousNs;
            var segment = new IdleSegment(entryNs, period.IdleNs, period.Cause, period.Flags);
            IdleExit exit = path.Pass(in segment, SegmentTimers.Unknown, predictor.PredictPollNs(new IdleEntry { NowNs = entryNs }));
            (nowNs, previousNs) = (entryNs + exit.IdleNs, period.ExitNs);
            recorded.Add(period with { EntryNs = entryNs, ArrivalNs = entryNs + period.IdleNs, ExitNs = nowNs });
        }

        return recorded;
    }
}
