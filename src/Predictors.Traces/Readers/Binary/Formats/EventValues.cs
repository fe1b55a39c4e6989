using static Predictors.Traces.KernelEventKind;

namespace Predictors.Traces.Readers.Binary.Formats;

/// <summary>The fields that an event's values come from.</summary>
/// <param name="A">The field of <see cref="KernelEvent.A"/>, which must be there.</param>
/// <param name="B">The field of B, which must be there; null where there is no such value.</param>
/// <param name="C">The field of C, which must be there; null where there is no such value.</param>
/// <param name="Optional">A field that is read into C where the event has it.</param>
internal sealed record EventValues(string A, string? B = null, string? C = null, string? Optional = null)
{
    /// <summary>The fields of <c>kvm_exit</c> on arm64, which tells the class of an exception and no reason.</summary>
    public static EventValues ArmExit { get; } = new("esr_ec");

    /// <summary>The fields of a kind of event; null where none is needed.</summary>
    public static EventValues? Of(KernelEventKind kind) => kind switch
    {
        CpuIdle => new EventValues("state", "cpu_id"),
        SchedSwitch => new EventValues("prev_pid", "next_pid"),
        SchedWaking or SchedWakeup => new EventValues("pid", "target_cpu", Optional: "success"),
        WakeIdleWithoutIpi or IpiSend => new EventValues("cpu"),
        LocalTimerEntry or RescheduleEntry or CallFunctionEntry => new EventValues("vector"),
        IpiEntry => new EventValues("reason"),
        IrqHandlerEntry => new EventValues("irq"),
        HrtimerExpire => new EventValues("hrtimer", "now", Optional: "function"),
        HrtimerStart => new EventValues("hrtimer", "expires", Optional: "function"),
        HrtimerCancel => new EventValues("hrtimer"),
        TickStop => new EventValues("success"),
        GuestHaltPollNs or KvmHaltPollNs => new EventValues("new", "old", "grow"),
        GovernorSelectIn => new EventValues("last_state_idx", "poll_limit_ns", "flags"),
        GovernorReflect => new EventValues("index", "last_residency_ns", "poll_limit_ns"),
        KvmVcpuWakeup => new EventValues("ns", "waited", "valid"),
        KvmMsrWrite => new EventValues("ecx", "data", "write"),
        KvmExit => new EventValues("exit_reason", "isa", Optional: "vcpu_id"),
        KvmEntry => new EventValues("common_pid", Optional: "vcpu_id"),
        KvmHalt => new EventValues("is_wfe"),
        KvmAcceptIrq => new EventValues("apicid", "vec"),
        _ => null,
    };
}
