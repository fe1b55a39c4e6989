namespace Predictors.Abstractions;

/// <summary>Whose kernel polls.</summary>
public enum PollPlace
{
    /// <summary>The guest's: before its vCPU halts.</summary>
    Guest,

    /// <summary>The host's: after the guest has halted, before the vCPU thread is blocked.</summary>
    Host,
}
