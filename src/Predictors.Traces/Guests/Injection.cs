namespace Predictors.Traces;

/// <summary>An interrupt that KVM accepted for a vCPU, or a wake-up of its thread.</summary>
/// <param name="TimeNs">When.</param>
/// <param name="By">The thread that did it; <see cref="Interrupt"/> for an interrupt of the host.</param>
/// <param name="Vector">The guest's interrupt vector; -1 for a wake-up.</param>
/// <param name="FromDevice">Whether a device's interrupt (an MSI or a line) was raised for it.</param>
internal readonly record struct Injection(long TimeNs, int By, int Vector, bool FromDevice)
{
    /// <summary>Stands for no thread: an interrupt handler of the host did it.</summary>
    public const int Interrupt = 0;

    /// <summary>None.</summary>
    public static Injection None => new(-1, -1, -1, false);

    /// <summary>Whether there is one.</summary>
    public bool Known => TimeNs >= 0;
}
