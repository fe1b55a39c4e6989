namespace Predictors.Traces.Readers.Text;

/// <summary>What stands before the event's own text, and where that begins.</summary>
internal struct EventLine
{
    /// <summary>The time in ns, or in ticks where <see cref="Form"/> says so.</summary>
    public long Time;

    /// <summary>What the time column holds.</summary>
    public TimeForm Form;

    /// <summary>The CPU column.</summary>
    public int Cpu;

    /// <summary>The task; -1 where the recorder did not know it.</summary>
    public int Pid;

    /// <summary>The task's process; 0 where it is not told.</summary>
    public int Process;

    /// <summary>Whether the flags say that an interrupt was being served.</summary>
    public bool InInterrupt;

    /// <summary>How long the task's name is, with what stands before it.</summary>
    public int TaskEnd;

    /// <summary>Where the event's name begins.</summary>
    public int NameStart;

    /// <summary>Where it ends.</summary>
    public int NameEnd;

    /// <summary>Where the event's text begins.</summary>
    public int TextStart;
}
