using Predictors.Traces.Readers;

namespace Predictors.Traces;

/// <summary>What a recording does not say of itself.</summary>
public sealed record KernelEventReaderOptions
{
    /// <summary>The greatest <see cref="ClockHz"/>: remainders of a second in ticks times 10^9 stay inside 64 bits.</summary>
    public const long MaxClockHz = 9_000_000_000;

    /// <summary>
    /// Ticks per second of a trace clock that counts ticks (<c>x86-tsc</c>, <c>uptime</c>), from 1 to
    /// <see cref="MaxClockHz"/>; null where it is not known. A recording in seconds does not use it.
    /// </summary>
    public long? ClockHz { get; init; }

    /// <summary>Who is looked for while a binary recording is read; null where nobody is.</summary>
    internal NamedTasks? Tasks { get; init; }
}
