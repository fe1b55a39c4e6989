namespace Predictors.IdlePath;

/// <summary>What the instant of a wake-up hangs on in closed loop.</summary>
public enum DependencyKind : byte
{
    /// <summary>Nothing: the beginning of a vCPU's time line.</summary>
    None = 0,

    /// <summary>The progress of another vCPU's work.</summary>
    Vcpu,

    /// <summary>The instant at which a timer was armed; it moves with the work that armed it.</summary>
    RelativeTimer,

    /// <summary>A timer's expiry that stays where it was recorded.</summary>
    AbsoluteTimer,

    /// <summary>The tick: it stays where it was recorded.</summary>
    Tick,

    /// <summary>A device or something else outside of the vCPUs: it stays where it was recorded.</summary>
    Outside,

    /// <summary>The trace does not tell: it stays where it was recorded.</summary>
    Unknown,
}
