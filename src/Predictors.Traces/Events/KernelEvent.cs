namespace Predictors.Traces;

/// <summary>One kernel event, decoded. What <see cref="A"/>, <see cref="B"/> and <see cref="C"/> hold depends on <see cref="Kind"/>.</summary>
public struct KernelEvent
{
    /// <summary>The instant on the trace's clock, in ns.</summary>
    public long TimeNs;

    /// <summary>First value; see <see cref="KernelEventKind"/>.</summary>
    public long A;

    /// <summary>Second value.</summary>
    public long B;

    /// <summary>Third value.</summary>
    public long C;

    /// <summary>The line (text) or byte (binary) at which the event stands.</summary>
    public long Place;

    /// <summary>The CPU on which it was recorded.</summary>
    public int Cpu;

    /// <summary>The task on that CPU; 0 is the idle task.</summary>
    public int Pid;

    /// <summary>The process of that task; 0 where the format does not tell.</summary>
    public int Process;

    /// <summary>What it is.</summary>
    public KernelEventKind Kind;

    /// <summary>Whether it was recorded in a hard or soft interrupt; false where the format does not tell.</summary>
    public bool InInterrupt;
}
