using static Predictors.Traces.KernelEventKind;

namespace Predictors.Traces.Tests.Segments;

/// <summary>Kernel events, short to write. Times are in ns.</summary>
internal static class Events
{
    public const long Exit = uint.MaxValue;

    public static KernelEvent Idle(int cpu, long ns, long state, int? cpuId = null) => Of(CpuIdle, cpu, 0, ns, state, cpuId ?? cpu);

    public static KernelEvent ToIdle(int cpu, long ns, int from) => Of(SchedSwitch, cpu, from, ns, from, 0);

    public static KernelEvent FromIdle(int cpu, long ns, int to) => Of(SchedSwitch, cpu, 0, ns, 0, to);

    public static KernelEvent Switch(int cpu, long ns, int from, int to) => Of(SchedSwitch, cpu, from, ns, from, to);

    public static KernelEvent Waking(int cpu, int task, long ns, int woken, int target) => Of(SchedWaking, cpu, task, ns, woken, target);

    public static KernelEvent Wakeup(int cpu, int task, long ns, int woken, int target) => Of(SchedWakeup, cpu, task, ns, woken, target);

    public static KernelEvent Stored(int cpu, int task, long ns, int target) => Of(WakeIdleWithoutIpi, cpu, task, ns, target);

    public static KernelEvent Send(int cpu, int task, long ns, int target) => Of(IpiSend, cpu, task, ns, target);

    public static KernelEvent Timer(int cpu, long ns, int task = 0) => Irq(LocalTimerEntry, cpu, task, ns, 236);

    public static KernelEvent Reschedule(int cpu, long ns, int task = 0) => Irq(RescheduleEntry, cpu, task, ns, 253);

    public static KernelEvent CallFunction(int cpu, long ns, int task = 0) => Irq(CallFunctionEntry, cpu, task, ns, 251);

    public static KernelEvent Ipi(int cpu, long ns, bool reschedule) => Irq(IpiEntry, cpu, 0, ns, reschedule ? 1 : 0);

    public static KernelEvent Device(int cpu, long ns, long nameKind = 0) => Irq(IrqHandlerEntry, cpu, 0, ns, 24, nameKind);

    public static KernelEvent Expire(int cpu, long ns, long timer, bool tick = false, long? nowNs = null, int task = 0) =>
        Irq(HrtimerExpire, cpu, task, ns, timer, nowNs ?? ns, tick ? 1 : 0);

    public static KernelEvent Arm(int cpu, int task, long ns, long timer, long expiresNs, bool tick = false) =>
        Of(HrtimerStart, cpu, task, ns, timer, expiresNs, tick ? 1 : 0);

    public static KernelEvent Cancel(int cpu, int task, long ns, long timer) => Of(HrtimerCancel, cpu, task, ns, timer);

    public static KernelEvent Lost(int cpu, long count) => Of(LostEvents, cpu, -1, 0, count);

    public static KernelEvent Work(int cpu, int task, long ns) => Of(Other, cpu, task, ns);

    public static KernelEvent Handler(int cpu, long ns) => Irq(Other, cpu, 0, ns);

    public static KernelEvent Of(KernelEventKind kind, int cpu, int task, long ns, long a = 0, long b = 0, long c = 0) =>
        new() { Kind = kind, Cpu = cpu, Pid = task, TimeNs = ns, A = a, B = b, C = c };

    private static KernelEvent Irq(KernelEventKind kind, int cpu, int task, long ns, long a = 0, long b = 0, long c = 0) =>
        Of(kind, cpu, task, ns, a, b, c) with { InInterrupt = true };
}
