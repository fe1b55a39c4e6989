namespace Predictors.Traces.Tests.Readers;

[TestFixture]
public sealed class EventFieldTests
{
    [TestCase("cpu_idle: state=1 cpu_id=3", KernelEventKind.CpuIdle, 1, 3, 0)]
    [TestCase("cpu_idle: state=-1 cpu_id=3", KernelEventKind.CpuIdle, -1, 3, 0)]
    [TestCase("sched_wakeup: comm=sh pid=1642 prio=120 success=1 target_cpu=002", KernelEventKind.SchedWakeup, 1642, 2, 0)]
    [TestCase("sched_wakeup: comm=sh pid=1642 prio=120 success=0 target_cpu=002", KernelEventKind.Other, 1642, 2, 0)]
    [TestCase("sched_wakeup: comm=success=0 pid=1642 prio=120 target_cpu=002", KernelEventKind.SchedWakeup, 1642, 2, 0)]
    [TestCase("sched_wakeup_new: comm=sh pid=1642 prio=120 target_cpu=002", KernelEventKind.SchedWakeup, 1642, 2, 0)]
    [TestCase("sched_wake_idle_without_ipi: cpu=1", KernelEventKind.WakeIdleWithoutIpi, 1, 0, 0)]
    [TestCase("ipi_send_cpu: cpu=1 callsite=f+0x11d callback=g+0x0", KernelEventKind.IpiSend, 1, 0, 0)]
    [TestCase("local_timer_entry: vector=236", KernelEventKind.LocalTimerEntry, 236, 0, 0)]
    [TestCase("reschedule_entry: vector=253", KernelEventKind.RescheduleEntry, 253, 0, 0)]
    [TestCase("call_function_entry: vector=252", KernelEventKind.CallFunctionEntry, 252, 0, 0)]
    [TestCase("call_function_single_entry: vector=251", KernelEventKind.CallFunctionEntry, 251, 0, 0)]
    [TestCase("ipi_entry: (Rescheduling interrupts)", KernelEventKind.IpiEntry, 1, 0, 0)]
    [TestCase("ipi_entry: (Function call interrupts)", KernelEventKind.IpiEntry, 0, 0, 0)]
    [TestCase("irq_handler_entry: irq=162 name=arch_timer", KernelEventKind.IrqHandlerEntry, 162, 2, 0)]
    [TestCase("irq_handler_entry: irq=2 name=IPI", KernelEventKind.IrqHandlerEntry, 2, 1, 0)]
    [TestCase("irq_handler_entry: irq=2 handler=h name=virtio1-req.0", KernelEventKind.IrqHandlerEntry, 2, 0, 0)]
    [TestCase("hrtimer_expire_entry: hrtimer=00000000000000ff function=tick_nohz_handler now=1453561646616", KernelEventKind.HrtimerExpire, 255, 1453561646616, 1)]
    [TestCase("hrtimer_expire_entry: hrtimer=00000000000000ff function=tick_sched_timer+0x0 now=1453561646616", KernelEventKind.HrtimerExpire, 255, 1453561646616, 1)]
    [TestCase("hrtimer_expire_entry: hrtimer=00000000000000ff function=hrtimer_wakeup now=1453561646616", KernelEventKind.HrtimerExpire, 255, 1453561646616, 0)]
    [TestCase("hrtimer_start: hrtimer=00000000000000ff function=tick_nohz_handler expires=9223372036854775807 softexpires=5 mode=ABS|PINNED|HARD was_armed=1", KernelEventKind.HrtimerStart, 255, long.MaxValue, 1)]
    [TestCase("hrtimer_cancel: hrtimer=00000000000000ff", KernelEventKind.HrtimerCancel, 255, 0, 0)]
    [TestCase("tick_stop: success=1 dependency=NONE", KernelEventKind.TickStop, 1, 0, 0)]
    [TestCase("tick_stop: success=0 dependency=SCHED", KernelEventKind.TickStop, 0, 0, 0)]
    [TestCase("tick_stop: success=yes msg= ", KernelEventKind.TickStop, 1, 0, 0)]
    [TestCase("guest_halt_poll_ns: halt_poll_ns 50000 (grow 0)", KernelEventKind.GuestHaltPollNs, 50000, 0, 1)]
    [TestCase("guest_halt_poll_ns: halt_poll_ns 0 (shrink 50000)", KernelEventKind.GuestHaltPollNs, 0, 50000, 0)]
    [TestCase("guest_halt_poll_ns: grow=1 new=50000 old=7", KernelEventKind.GuestHaltPollNs, 50000, 7, 1)]
    [TestCase("kvm_halt_poll_ns: vcpu 0: halt_poll_ns 40000 (grow 20000)", KernelEventKind.KvmHaltPollNs, 40000, 20000, 1)]
    [TestCase("kvm_vcpu_wakeup: wait time 67649 ns, polling valid", KernelEventKind.KvmVcpuWakeup, 67649, 1, 1)]
    [TestCase("kvm_vcpu_wakeup: poll time 12 ns, polling invalid", KernelEventKind.KvmVcpuWakeup, 12, 0, 0)]
    [TestCase("kvm_msr: msr_write 6e0 = 0x66f2a485c2c", KernelEventKind.KvmMsrWrite, 0x6e0, 0x66f2a485c2c, 0)]
    [TestCase("kvm_msr: msr_read 6e0 = 0x66f2a485c2c", KernelEventKind.Other, 0, 0, 0)]
    [TestCase("select_in: (haltpoll_select+0x4/0x60) cpu=1 last_state_idx=1 poll_limit_ns=500 flags=0x7", KernelEventKind.GovernorSelectIn, 1, 500, 7)]
    [TestCase("reflect: (haltpoll_reflect+0x4/0x130) cpu=0 index=1 last_residency_ns=3706274 poll_limit_ns=9 flags=0x7", KernelEventKind.GovernorReflect, 1, 3706274, 9)]
    [TestCase("reflect: (someone_elses_probe+0x4/0x130) index=1", KernelEventKind.Other, 0, 0, 0)]
    [TestCase("select: (do_idle+0x11a/0x2a0 <- haltpoll_select) state=1", KernelEventKind.Other, 0, 0, 0)]
    public void Text_OfEvent_GivesItsValues(string text, KernelEventKind kind, long a, long b, long c)
    {
        Recording recording = Recording.Of(
            $"          <idle>-0       [001] d..1.  3461.851885: {text}\n          <idle>-0       [001] d..1.  3461.851886: cpu_idle: state=1 cpu_id=1\n");

        KernelEvent e = recording.Events[0];
        Assert.That((e.Kind, e.A, e.B, e.C), Is.EqualTo((kind, a, b, c)));
        Assert.That(recording.Inspection.UnparsedLines, Is.Zero);
    }

    [TestCase("cpu_idle: state=1")]
    [TestCase("cpu_idle: state=5000000000 cpu_id=1")]
    [TestCase("sched_switch: prev_comm=a prev_pid=1")]
    [TestCase("sched_waking: comm=a pid=x prio=1 target_cpu=000")]
    [TestCase("hrtimer_start: hrtimer=zz function=f expires=1")]
    [TestCase("kvm_halt_poll_ns: vcpu 0: halt_poll_ns 40000 (stays 20000)")]
    public void Text_NotUnderstood_IsAnUnparsedLine(string text)
    {
        Recording recording = Recording.Of(
            $"          <idle>-0       [001] d..1.  3461.851886: cpu_idle: state=1 cpu_id=1\n          <idle>-0       [001] d..1.  3461.851885: {text}\n");

        Assert.That(recording.Events, Has.Count.EqualTo(1));
        Assert.That(recording.Inspection.UnparsedLines, Is.EqualTo(1));
        Assert.That(recording.Inspection.UnparsedExamples.Single(), Does.StartWith("line 2:           <idle>-0").And.EndsWith(text));
    }
}
