namespace Predictors.Abstractions;

/// <summary>Whose kernel has a rule.</summary>
public enum KernelPlace
{
    /// <summary>The guest's: before its vCPU halts.</summary>
    Guest,

    /// <summary>The host's: after the guest has halted, before the vCPU thread is blocked.</summary>
    Host,
}
