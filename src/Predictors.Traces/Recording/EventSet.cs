using System.Runtime.InteropServices;

namespace Predictors.Traces;

/// <summary>The events that a recording of a kind needs, as <c>system:name</c>.</summary>
/// <param name="Name">The set's name.</param>
/// <param name="Required">At least one of these must be there.</param>
/// <param name="Events">All of them.</param>
public sealed record EventSet(string Name, IReadOnlyList<string> Required, IReadOnlyList<string> Events)
{
    private static readonly string[] s_scheduling = ["sched:sched_switch", "sched:sched_waking", "sched:sched_wakeup", "sched:sched_wakeup_new"];

    private static readonly string[] s_interrupts = RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.X86
        ? ["irq_vectors:local_timer_entry", "irq_vectors:reschedule_entry", "irq_vectors:call_function_entry", "irq_vectors:call_function_single_entry", "ipi:ipi_send_cpu"]
        : ["ipi:ipi_entry", "ipi:ipi_send_cpu"];

    /// <summary>The machine's own idle periods: in a guest, or on bare metal.</summary>
    public static EventSet Guest { get; } = new(
        "guest",
        ["power:cpu_idle", "sched:sched_switch"],
        [
            "power:cpu_idle", .. s_scheduling, "sched:sched_wake_idle_without_ipi", .. s_interrupts, "irq:irq_handler_entry",
            "timer:hrtimer_start", "timer:hrtimer_cancel", "timer:hrtimer_expire_entry", "timer:tick_stop", "power:guest_halt_poll_ns",
        ]);

    /// <summary>The idle periods of the guests of a KVM host.</summary>
    public static EventSet Host { get; } = new(
        "host",
        ["kvm:kvm_vcpu_wakeup", "kvm:kvm_exit"],
        [
            "kvm:kvm_exit", "kvm:kvm_entry", "kvm:kvm_vcpu_wakeup", "kvm:kvm_halt_poll_ns", "kvm:kvm_msr", "kvm:kvm_apic_accept_irq",
            .. s_scheduling,
        ]);

    /// <summary>Both sets.</summary>
    public static IReadOnlyList<EventSet> All { get; } = [Guest, Host];
}
