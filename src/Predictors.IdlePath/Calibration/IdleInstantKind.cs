namespace Predictors.IdlePath;

/// <summary>What happens to a CPU in and around its idle time.</summary>
internal enum IdleInstantKind : byte
{
    /// <summary>It switches to the idle task.</summary>
    ToIdle,

    /// <summary>Its tick was stopped.</summary>
    TickStopped,

    /// <summary>An interrupt handler begins in the idle task.</summary>
    Interrupt,

    /// <summary>It switches from the idle task to another.</summary>
    Run,

    /// <summary>Events were lost: what came before is not known.</summary>
    Lost,
}
