using static Predictors.Traces.KernelEventKind;

namespace Predictors.Traces.Readers.Binary.Perfetto;

/// <summary>The numbers of the fields that the importer reads of Perfetto's messages for kernel events; 0 is none.</summary>
/// <param name="A">The field behind <see cref="KernelEvent.A"/>.</param>
/// <param name="B">The field behind <see cref="KernelEvent.B"/>.</param>
/// <param name="C">The field behind <see cref="KernelEvent.C"/>.</param>
/// <param name="Text">The field that holds a name.</param>
internal readonly record struct FtraceFieldNumbers(int A, int B = 0, int C = 0, int Text = 0)
{
    /// <summary>The greatest number of them all.</summary>
    public const int Max = 6;

    /// <summary>The fields of an event; null where the importer takes nothing but its time, or the message is not known.</summary>
    public static FtraceFieldNumbers? Of(KernelEventKind kind) => kind switch
    {
        CpuIdle => new(1, 2),
        SchedSwitch => new(2, 6),
        SchedWaking or SchedWakeup => new(2, 5, 4),
        IrqHandlerEntry => new(1, Text: 2),
        IpiEntry => new(0, Text: 1),
        LocalTimerEntry => new(1),
        KvmVcpuWakeup => new(1, 3, 2),
        KvmExit => new(1),
        KvmEntry => new(0),
        KvmHalt => new(1),
        _ => null,
    };
}
