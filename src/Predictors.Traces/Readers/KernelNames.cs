namespace Predictors.Traces.Readers;

/// <summary>What the names mean that events bear: of interrupts, of timers' functions, of the reasons of an IPI.</summary>
internal static class KernelNames
{
    /// <summary>The functions of the tick's timer, newer kernels first.</summary>
    public static IReadOnlyList<string> TickFunctions { get; } = ["tick_nohz_handler", "tick_sched_timer"];

    /// <summary>Value B of <see cref="KernelEventKind.IrqHandlerEntry"/>, by the interrupt's name.</summary>
    public static long IrqClass(ReadOnlySpan<byte> name)
    {
        int blank = name.IndexOf((byte)' ');
        name = blank < 0 ? name : name[..blank];
        return name.SequenceEqual("IPI"u8) ? 1 : name.IndexOf("timer"u8) >= 0 ? 2 : 0;
    }

    /// <summary>Value A of <see cref="KernelEventKind.IpiEntry"/>, by the IPI's reason.</summary>
    public static long IpiReason(ReadOnlySpan<byte> reason) => reason.IndexOf("Rescheduling"u8) >= 0 ? 1 : 0;
}
