using System.Buffers.Binary;
using System.Text;

namespace Predictors.Traces.Readers.Text;

/// <summary>The names of a recording's events, found by their bytes: no string is made per event.</summary>
internal sealed class EventNames
{
    /// <summary>So many names are told apart.</summary>
    public const int MaxNames = Slots / 2;

    private const int Slots = 4096;
    private const int MaxNameBytes = 256;
    private readonly EventName?[] _slots = new EventName[Slots];
    private readonly EventName _more = new([], "(more names)", KernelEventKind.Other);
    private int _count;

    /// <summary>Knows the names that the importer understands.</summary>
    public EventNames()
    {
        Add("cpu_idle"u8, KernelEventKind.CpuIdle);
        Add("sched_switch"u8, KernelEventKind.SchedSwitch);
        Add("sched_waking"u8, KernelEventKind.SchedWaking);
        Add("sched_wakeup"u8, KernelEventKind.SchedWakeup);
        Add("sched_wakeup_new"u8, KernelEventKind.SchedWakeup);
        Add("sched_wake_idle_without_ipi"u8, KernelEventKind.WakeIdleWithoutIpi);
        Add("ipi_send_cpu"u8, KernelEventKind.IpiSend);
        Add("local_timer_entry"u8, KernelEventKind.LocalTimerEntry);
        Add("reschedule_entry"u8, KernelEventKind.RescheduleEntry);
        Add("call_function_entry"u8, KernelEventKind.CallFunctionEntry);
        Add("call_function_single_entry"u8, KernelEventKind.CallFunctionEntry);
        Add("ipi_entry"u8, KernelEventKind.IpiEntry);
        Add("irq_handler_entry"u8, KernelEventKind.IrqHandlerEntry);
        Add("hrtimer_expire_entry"u8, KernelEventKind.HrtimerExpire);
        Add("hrtimer_start"u8, KernelEventKind.HrtimerStart);
        Add("hrtimer_cancel"u8, KernelEventKind.HrtimerCancel);
        Add("tick_stop"u8, KernelEventKind.TickStop);
        Add("power_cpu_idle"u8, KernelEventKind.CpuIdle);
        Add("timer_hrtimer_expire_entry"u8, KernelEventKind.HrtimerExpire);
        Add("timer_hrtimer_start"u8, KernelEventKind.HrtimerStart);
        Add("timer_hrtimer_cancel"u8, KernelEventKind.HrtimerCancel);
        Add("timer_tick_stop"u8, KernelEventKind.TickStop);
        Add("x86_irq_vectors_local_timer_entry"u8, KernelEventKind.LocalTimerEntry);
        Add("x86_irq_vectors_reschedule_entry"u8, KernelEventKind.RescheduleEntry);
        Add("x86_irq_vectors_call_function_entry"u8, KernelEventKind.CallFunctionEntry);
        Add("x86_irq_vectors_call_function_single_entry"u8, KernelEventKind.CallFunctionEntry);
        Add("kvm_x86_exit"u8, KernelEventKind.KvmExit);
        Add("kvm_x86_entry"u8, KernelEventKind.KvmEntry);
        Add("guest_halt_poll_ns"u8, KernelEventKind.GuestHaltPollNs);
        Add("select_in"u8, KernelEventKind.GovernorSelectIn);
        Add("reflect"u8, KernelEventKind.GovernorReflect);
        Add("kvm_halt_poll_ns"u8, KernelEventKind.KvmHaltPollNs);
        Add("kvm_vcpu_wakeup"u8, KernelEventKind.KvmVcpuWakeup);
        Add("kvm_msr"u8, KernelEventKind.KvmMsrWrite);
        Add("kvm_exit"u8, KernelEventKind.KvmExit);
        Add("kvm_entry"u8, KernelEventKind.KvmEntry);
        Add("kvm_wfx_arm64"u8, KernelEventKind.KvmHalt);
        Add("kvm_apic_accept_irq"u8, KernelEventKind.KvmAcceptIrq);
        Add("kvm_set_irq"u8, KernelEventKind.KvmSetIrq);
        Add("kvm_msi_set_irq"u8, KernelEventKind.KvmSetIrq);
    }

    /// <summary>Finds a name, or takes it in. From a bound on, new names are counted together.</summary>
    /// <param name="name">The name, printable ASCII.</param>
    /// <returns>Its entry.</returns>
    public EventName Find(ReadOnlySpan<byte> name)
    {
        int slot = Hash(name);
        while (_slots[slot] is { } known)
        {
            if (name.SequenceEqual(known.Bytes))
            {
                return known;
            }

            slot = (slot + 1) % Slots;
        }

        return _count < MaxNames && name.Length <= MaxNameBytes ? Add(name, KernelEventKind.Other) : _more;
    }

    /// <summary>Whether the importer knows the name, or a recording used it.</summary>
    public bool Knows(string name) => Array.Exists(_slots, s => s?.Name == name);

    /// <summary>Writes the counts of all names that were met.</summary>
    /// <param name="events">Where to.</param>
    public void CopyCounts(SortedDictionary<string, long> events)
    {
        foreach (EventName? name in _slots.Append(_more))
        {
            if (name is { Count: > 0 })
            {
                events[name.Name] = name.Count;
            }
        }
    }

    private static int Hash(ReadOnlySpan<byte> name)
    {
        ulong hash = (ulong)name.Length;
        if (name.Length >= sizeof(ulong))
        {
            hash ^= BinaryPrimitives.ReadUInt64LittleEndian(name) * 0x9E37_79B9_7F4A_7C15;
            hash ^= BinaryPrimitives.ReadUInt64LittleEndian(name[^sizeof(ulong)..]) * 0xC2B2_AE3D_27D4_EB4F;
        }
        else
        {
            foreach (byte c in name)
            {
                hash = (hash * 257) + c;
            }
        }

        return (int)((hash * 0x9E37_79B9_7F4A_7C15) >> 52);
    }

    private EventName Add(ReadOnlySpan<byte> name, KernelEventKind kind)
    {
        int slot = Hash(name);
        while (_slots[slot] is not null)
        {
            slot = (slot + 1) % Slots;
        }

        _count++;
        return _slots[slot] = new EventName(name.ToArray(), Encoding.ASCII.GetString(name), kind);
    }
}
