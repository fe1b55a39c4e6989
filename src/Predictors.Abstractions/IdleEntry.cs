namespace Predictors.Abstractions;

/// <summary>What a guest kernel knows when a vCPU goes idle.</summary>
public readonly struct IdleEntry
{
    /// <summary>Stands for a time that the trace does not tell, in ns.</summary>
    public const long UnknownNs = -1;

    /// <summary>The vCPU that goes idle: 0 or more.</summary>
    public int Vcpu { get; init; }

    /// <summary>The instant of idle entry on the trace's clock, in ns.</summary>
    public long NowNs { get; init; }

    /// <summary>
    /// How long the vCPU was busy since its last idle period, in ns; <see cref="UnknownNs"/> for the first idle period
    /// and after a gap in the recording.
    /// </summary>
    public long BusyNs { get; init; }

    /// <summary>
    /// Time to the next timer that is armed on this vCPU, in ns, 0 or more; <see cref="UnknownNs"/> where none is known.
    /// Declare <see cref="TraceColumns.NextTimer"/> to rely on it.
    /// </summary>
    public long NextTimerNs { get; init; }
}
