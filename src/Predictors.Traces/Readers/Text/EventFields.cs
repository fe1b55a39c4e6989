namespace Predictors.Traces.Readers.Text;

/// <summary>Reads what the importer needs of an event's text into <see cref="KernelEvent.A"/>, B and C.</summary>
internal static class EventFields
{
    private const long IdleExit = uint.MaxValue;

    /// <summary>Reads the text of one event.</summary>
    /// <param name="text">What stands behind the event's name.</param>
    /// <param name="e">The event, its kind set.</param>
    /// <returns>Whether the text was understood.</returns>
    public static LineResult Read(ReadOnlySpan<byte> text, ref KernelEvent e) => e.Kind switch
    {
        KernelEventKind.Other => LineResult.Event,
        KernelEventKind.CpuIdle => CpuIdle(text, ref e),
        KernelEventKind.SchedSwitch => Result(SchedFields.TrySwitch(text, out e.A, out e.B)),
        KernelEventKind.SchedWaking or KernelEventKind.SchedWakeup => Wakeup(text, ref e),
        KernelEventKind.WakeIdleWithoutIpi or KernelEventKind.IpiSend => Result(Fields.TryNumber(text, "cpu="u8, out e.A), e.A),
        KernelEventKind.LocalTimerEntry or KernelEventKind.RescheduleEntry or KernelEventKind.CallFunctionEntry =>
            Result(Fields.TryNumber(text, "vector="u8, out e.A)),
        KernelEventKind.IpiEntry => IpiEntry(text, ref e),
        KernelEventKind.IrqHandlerEntry => IrqHandler(text, ref e),
        KernelEventKind.HrtimerExpire => Result(Timer(text, "now="u8, ref e)),
        KernelEventKind.HrtimerStart => Result(Timer(text, "expires="u8, ref e)),
        KernelEventKind.HrtimerCancel => Result(Fields.TryHex(text, "hrtimer="u8, out e.A)),
        KernelEventKind.TickStop => TickStop(text, ref e),
        KernelEventKind.KvmExit or KernelEventKind.KvmEntry or KernelEventKind.KvmHalt or KernelEventKind.KvmAcceptIrq =>
            KvmFields.Read(text, ref e) ? LineResult.Event : LineResult.Unparsed,
        KernelEventKind.KvmSetIrq => LineResult.Event,
        _ => HaltPollFields.Read(text, ref e),
    };

    private static LineResult Result(bool read, long cpu = 0) =>
        !read || cpu < 0 ? LineResult.Unparsed : cpu > TraceLimits.MaxVcpu ? LineResult.CpuOutOfRange : LineResult.Event;

    private static LineResult CpuIdle(ReadOnlySpan<byte> text, ref KernelEvent e)
    {
        bool read = Fields.TryNumber(text, "state="u8, out e.A) & Fields.TryNumber(text, "cpu_id="u8, out e.B);
        e.A = e.A == IdleExit ? -1 : e.A;
        return Result(read && e.A is >= -1 and <= int.MaxValue, e.B);
    }

    private static LineResult Wakeup(ReadOnlySpan<byte> text, ref KernelEvent e)
    {
        bool read = SchedFields.TryWakeup(text, out e.A, out e.B, out bool woken);
        e.Kind = woken ? e.Kind : KernelEventKind.Other;
        return Result(read && e.B >= -1, Math.Max(e.B, 0));
    }

    private static LineResult IpiEntry(ReadOnlySpan<byte> text, ref KernelEvent e)
    {
        e.A = KernelNames.IpiReason(text);
        return LineResult.Event;
    }

    private static LineResult IrqHandler(ReadOnlySpan<byte> text, ref KernelEvent e)
    {
        bool read = Fields.TryNumber(text, "irq="u8, out e.A) & Fields.TryFind(text, "name="u8, out ReadOnlySpan<byte> name);
        e.B = KernelNames.IrqClass(name);
        return Result(read);
    }

    private static bool Timer(ReadOnlySpan<byte> text, ReadOnlySpan<byte> timeKey, ref KernelEvent e)
    {
        e.C = Fields.TryFind(text, "function="u8, out ReadOnlySpan<byte> function)
            && (function.StartsWith("tick_nohz_handler"u8) || function.StartsWith("tick_sched_timer"u8)) ? 1 : 0;
        return Fields.TryHex(text, "hrtimer="u8, out e.A) & Fields.TryNumber(text, timeKey, out e.B);
    }

    private static LineResult TickStop(ReadOnlySpan<byte> text, ref KernelEvent e)
    {
        bool read = Fields.TryFind(text, "success="u8, out ReadOnlySpan<byte> success) && success.Length > 0;
        e.A = read && success[0] is (byte)'1' or (byte)'y' ? 1 : 0;
        return Result(read);
    }
}
