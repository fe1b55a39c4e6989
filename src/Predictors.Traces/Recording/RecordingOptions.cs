namespace Predictors.Traces;

/// <summary>How a recording is made.</summary>
public sealed record RecordingOptions
{
    /// <summary>The smallest ring buffer, in KiB.</summary>
    public const int MinBufferKb = 64;

    /// <summary>The largest ring buffer, in KiB: 1 GiB.</summary>
    public const int MaxBufferKb = 1 << 20;

    /// <summary>The events.</summary>
    public EventSet Events { get; init; } = EventSet.Guest;

    /// <summary>The ring buffer of each CPU, in KiB, from <see cref="MinBufferKb"/> to <see cref="MaxBufferKb"/>.</summary>
    public int BufferKb { get; init; } = 8192;

    /// <summary>The trace clock; with <c>mono</c> the timers' expiries are on the trace's clock.</summary>
    public string Clock { get; init; } = "mono";
}
