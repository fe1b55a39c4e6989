namespace Predictors.Traces;

/// <summary>Where the idle segments of a CPU come from.</summary>
internal enum IdleSource
{
    /// <summary>No cpu_idle event so far, and too few switches to the idle task to conclude from that.</summary>
    Undecided,

    /// <summary>Its cpu_idle events.</summary>
    CpuIdle,

    /// <summary>Its switches to the idle task, and the interrupts taken there.</summary>
    Switches,
}
