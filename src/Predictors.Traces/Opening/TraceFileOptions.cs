namespace Predictors.Traces;

/// <summary>What a trace file does not say of itself.</summary>
public sealed record TraceFileOptions
{
    /// <summary>Asks for the recording's own machine, also where it is a KVM host.</summary>
    public const string Host = "host";

    /// <summary>Asks for all guests of a host's recording.</summary>
    public const string AllGuests = "all";

    /// <summary>
    /// Whose vCPUs a recording is read for: the number of a guest's process or of one of its vCPUs' threads, or <see cref="Host"/>. Null
    /// stands for the recording's own machine, and for the one guest of a KVM host's recording that has no <c>cpu_idle</c>.
    /// </summary>
    public string? Guest { get; init; }

    /// <summary>
    /// Ticks per second of a recording whose clock counts ticks (<c>x86-tsc</c>, <c>uptime</c>), from 1 to
    /// <see cref="KernelEventReaderOptions.MaxClockHz"/>; null where it is not known.
    /// </summary>
    public long? ClockHz { get; init; }

    /// <summary>
    /// Keeps the idle segments after which one of these tasks ran, by PID; null for all. Only a recording of kernel events
    /// tells. A segment before which others were left out is marked as after a gap.
    /// </summary>
    public IReadOnlySet<int>? Tasks { get; init; }
}
