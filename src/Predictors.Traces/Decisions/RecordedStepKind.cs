namespace Predictors.Traces;

/// <summary>What a recording tells of one step of the kernel's poll rule.</summary>
public enum RecordedStepKind : byte
{
    /// <summary>The guest polled, with or without success, and did not halt: its rule learns nothing from it.</summary>
    Poll,

    /// <summary>A halt ended and the kernel decided on the next window.</summary>
    Halt,

    /// <summary>A halt ended while the guest had switched the host's polling off: the kernel decided nothing.</summary>
    HaltWithoutDecision,

    /// <summary>Here something is missing: what the kernel's window is now has to be learned anew.</summary>
    Gap,
}
