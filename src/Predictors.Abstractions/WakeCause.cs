namespace Predictors.Abstractions;

/// <summary>What ended an idle period. Never guessed.</summary>
public enum WakeCause : byte
{
    /// <summary>The trace does not tell.</summary>
    Unknown = 0,

    /// <summary>A timer of this vCPU expired.</summary>
    Timer = 1,

    /// <summary>Another vCPU sent a reschedule IPI.</summary>
    RescheduleIpi = 2,

    /// <summary>Another vCPU sent some other IPI, such as a function call.</summary>
    OtherIpi = 3,

    /// <summary>A device interrupt.</summary>
    DeviceInterrupt = 4,

    /// <summary>Another vCPU stored a flag while this one polled: no interrupt was needed.</summary>
    RemoteStore = 5,
}
