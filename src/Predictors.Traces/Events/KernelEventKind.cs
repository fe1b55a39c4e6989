namespace Predictors.Traces;

/// <summary>The kernel events that the importer understands.</summary>
public enum KernelEventKind : byte
{
    /// <summary>Any other event: counted by name, and it shows that its task ran on its CPU.</summary>
    Other = 0,

    /// <summary><c>power:cpu_idle</c>: <see cref="KernelEvent.A"/> is the state (-1 = exit), <see cref="KernelEvent.B"/> the <c>cpu_id</c>.</summary>
    CpuIdle,

    /// <summary><c>sched:sched_switch</c>: A is prev_pid (-1 where the recording does not tell), B is next_pid.</summary>
    SchedSwitch,

    /// <summary><c>sched:sched_waking</c>: A is the woken pid, B the target CPU (where the task last ran).</summary>
    SchedWaking,

    /// <summary><c>sched:sched_wakeup</c> and <c>sched_wakeup_new</c>: A is the woken pid, B the CPU that was chosen.</summary>
    SchedWakeup,

    /// <summary><c>sched:sched_wake_idle_without_ipi</c>: A is the CPU that was woken by a store alone.</summary>
    WakeIdleWithoutIpi,

    /// <summary><c>ipi:ipi_send_cpu</c>: A is the target CPU.</summary>
    IpiSend,

    /// <summary><c>irq_vectors:local_timer_entry</c>: A is the vector.</summary>
    LocalTimerEntry,

    /// <summary><c>irq_vectors:reschedule_entry</c>: A is the vector.</summary>
    RescheduleEntry,

    /// <summary><c>irq_vectors:call_function_entry</c> and <c>call_function_single_entry</c>: A is the vector.</summary>
    CallFunctionEntry,

    /// <summary><c>ipi:ipi_entry</c> (arm, arm64): A is 1 where the reason is rescheduling, else 0.</summary>
    IpiEntry,

    /// <summary><c>irq:irq_handler_entry</c>: A is the irq; B is 1 where its name is <c>IPI</c>, 2 where it names a timer, else 0.</summary>
    IrqHandlerEntry,

    /// <summary><c>timer:hrtimer_expire_entry</c>: A is the timer's address, B is <c>now</c> in ns, C is 1 for the tick.</summary>
    HrtimerExpire,

    /// <summary><c>timer:hrtimer_start</c>: A is the timer's address, B is <c>expires</c> in ns, C is 1 for the tick.</summary>
    HrtimerStart,

    /// <summary><c>timer:hrtimer_cancel</c>: A is the timer's address.</summary>
    HrtimerCancel,

    /// <summary><c>timer:tick_stop</c>: A is 1 where the tick was stopped.</summary>
    TickStop,

    /// <summary>The recorder lost events of this CPU before this point: A is how many, or -1.</summary>
    LostEvents,

    /// <summary>This CPU's buffer begins here: what came before is not known.</summary>
    BufferStarted,

    /// <summary><c>power:guest_halt_poll_ns</c>: A is the new window, B the old one, C is 1 for grow, 0 for shrink.</summary>
    GuestHaltPollNs,

    /// <summary>Probe <c>select_in</c>: A is last_state_idx, B is poll_limit_ns, C the flags; the CPU is the event's.</summary>
    GovernorSelectIn,

    /// <summary>Probe <c>reflect</c>: A is the index of the state left, B is last_residency_ns, C is poll_limit_ns before the decision.</summary>
    GovernorReflect,

    /// <summary><c>kvm:kvm_halt_poll_ns</c>: A is the new window, B the old one, C is 1 for grow, 0 for shrink.</summary>
    KvmHaltPollNs,

    /// <summary><c>kvm:kvm_vcpu_wakeup</c>: A is the halted time in ns, B is 1 where the thread slept, C is 1 where polling was valid.</summary>
    KvmVcpuWakeup,

    /// <summary><c>kvm:kvm_msr</c>, a write: A is the MSR, B the value.</summary>
    KvmMsrWrite,

    /// <summary><c>kvm:kvm_exit</c>: A is the vCPU, or -1; B is 1 where the guest halted (HLT, WFI), else 0.</summary>
    KvmExit,

    /// <summary><c>kvm:kvm_entry</c>: A is the vCPU, or -1.</summary>
    KvmEntry,

    /// <summary><c>kvm:kvm_wfx_arm64</c> of a WFI: the guest halts.</summary>
    KvmHalt,

    /// <summary><c>kvm:kvm_apic_accept_irq</c>: A is the number of the vCPU's interrupt controller, B the vector.</summary>
    KvmAcceptIrq,

    /// <summary><c>kvm:kvm_set_irq</c> and <c>kvm_msi_set_irq</c>: a device raises an interrupt.</summary>
    KvmSetIrq,
}
