namespace Predictors.Traces;

/// <summary>What a trace file does not say of itself.</summary>
public sealed record TraceFileOptions
{
    /// <summary>
    /// Ticks per second of a recording whose clock counts ticks (<c>x86-tsc</c>, <c>uptime</c>), from 1 to
    /// <see cref="KernelEventReaderOptions.MaxClockHz"/>; null where it is not known.
    /// </summary>
    public long? ClockHz { get; init; }
}
