using CsCheck;

namespace Predictors.Traces.Tests.Segments;

/// <summary>Kernel events without sense: of few CPUs, mostly ascending in time, some far off.</summary>
internal static class RandomEvents
{
    public static Gen<KernelEvent[]> Gen(int most) =>
        from steps in Step.Array[0, most]
        select InTime(steps);

    private static readonly Gen<long> Time = CsCheck.Gen.Frequency(
        (60, CsCheck.Gen.Long[0, 3]), (30, CsCheck.Gen.Long[0, 5000]), (2, CsCheck.Gen.Long[-4000, -1]), (1, CsCheck.Gen.Long[0, 4_000_000]));

    private static readonly Gen<long> Value = CsCheck.Gen.Frequency(
        (60, CsCheck.Gen.Long[-1, 3]), (5, CsCheck.Gen.Const<long>(uint.MaxValue)), (5, CsCheck.Gen.Long[0, 20_000]), (1, CsCheck.Gen.Long));

    private static readonly Gen<KernelEvent> Step =
        from timeNs in Time
        from kind in CsCheck.Gen.Frequency(
            (10, CsCheck.Gen.Enum<KernelEventKind>()),
            (10, CsCheck.Gen.Const(KernelEventKind.CpuIdle)),
            (4, CsCheck.Gen.Const(KernelEventKind.SchedSwitch)))
        from cpu in CsCheck.Gen.Int[0, 2]
        from task in CsCheck.Gen.Frequency((3, CsCheck.Gen.Const(0)), (1, CsCheck.Gen.Int[-1, 4]))
        from a in Value
        from b in Value
        from c in Value
        from inInterrupt in CsCheck.Gen.Bool
        select new KernelEvent { TimeNs = timeNs, Kind = kind, Cpu = cpu, Pid = task, A = a, B = b, C = c, InInterrupt = inInterrupt };

    private static KernelEvent[] InTime(KernelEvent[] steps)
    {
        long nowNs = 10_000;
        for (int i = 0; i < steps.Length; i++)
        {
            nowNs = Math.Max(0, nowNs + steps[i].TimeNs);
            steps[i].TimeNs = nowNs;
        }

        return steps;
    }
}
