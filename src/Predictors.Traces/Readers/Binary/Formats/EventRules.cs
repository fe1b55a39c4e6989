namespace Predictors.Traces.Readers.Binary.Formats;

/// <summary>What the values of a decoded event must be, and what some of them mean.</summary>
internal static class EventRules
{
    // common_flags: in a hard interrupt, a soft interrupt, an NMI.
    private const long InterruptFlags = 0x08 | 0x10 | 0x40;

    /// <summary>Whether an event's flags say that it was recorded in an interrupt.</summary>
    public static bool InInterrupt(long commonFlags) => (commonFlags & InterruptFlags) != 0;

    /// <summary>Reads what an event's name tells: that of an interrupt, or the reason of an IPI.</summary>
    public static void TakeName(ReadOnlySpan<byte> name, ref KernelEvent e)
    {
        if (e.Kind == KernelEventKind.IrqHandlerEntry)
        {
            e.B = KernelNames.IrqClass(name);
        }
        else if (e.Kind == KernelEventKind.IpiEntry)
        {
            e.A = KernelNames.IpiReason(name);
        }
    }

    /// <summary>Checks the values of an event.</summary>
    /// <param name="hasC">Whether <see cref="KernelEvent.C"/> was recorded.</param>
    /// <param name="e">The event with its values as recorded.</param>
    /// <returns>Whether it is one.</returns>
    public static RecordResult Complete(bool hasC, ref KernelEvent e)
    {
        switch (e.Kind)
        {
            case KernelEventKind.CpuIdle:
                e.A = e.A == uint.MaxValue ? -1 : e.A;
                return e.A is >= -1 and <= int.MaxValue ? CheckCpu(e.B) : RecordResult.NotUnderstood;
            case KernelEventKind.SchedSwitch:
                return IsPid(e.A) && IsPid(e.B) ? RecordResult.Event : RecordResult.NotUnderstood;
            case KernelEventKind.SchedWaking or KernelEventKind.SchedWakeup:
                e.Kind = hasC && e.C == 0 ? KernelEventKind.Other : e.Kind;
                e.C = 0;
                return IsPid(e.A) ? CheckCpu(e.B) : RecordResult.NotUnderstood;
            case KernelEventKind.WakeIdleWithoutIpi or KernelEventKind.IpiSend:
                return CheckCpu(e.A);
            case KernelEventKind.KvmVcpuWakeup:
                // A wait that is not below 2^63 ns would begin after its end.
                return e.A >= 0 ? RecordResult.Event : RecordResult.NotUnderstood;
            case KernelEventKind.KvmMsrWrite:
                (e.Kind, e.A, e.B) = e.C == 1 ? (e.Kind, e.A, e.B) : (KernelEventKind.Other, 0, 0);
                e.C = 0;
                return RecordResult.Event;
            case KernelEventKind.KvmExit:
                (e.A, e.B, e.C) = (Vcpu(hasC, e.C), KvmExitReasons.Halts(e.A, e.B) ? 1 : 0, 0);
                return RecordResult.Event;
            case KernelEventKind.KvmEntry:
                (e.A, e.B, e.C) = (Vcpu(hasC, e.C), 0, 0);
                return RecordResult.Event;
            case KernelEventKind.KvmHalt:
                // A WFE does not halt.
                (e.Kind, e.A) = (e.A == 0 ? e.Kind : KernelEventKind.Other, 0);
                return RecordResult.Event;
            default:
                return RecordResult.Event;
        }
    }

    private static long Vcpu(bool told, long vcpu) => told && vcpu is >= 0 and <= TraceLimits.MaxVcpu ? vcpu : -1;

    private static bool IsPid(long value) => value is >= 0 and <= int.MaxValue;

    private static RecordResult CheckCpu(long cpu) =>
        cpu < 0 ? RecordResult.NotUnderstood : cpu > TraceLimits.MaxVcpu ? RecordResult.CpuOutOfRange : RecordResult.Event;
}
