namespace Predictors.IdlePath;

/// <summary>The instants of one halted wake-up, as far as they were recorded; -1 where one was not.</summary>
/// <param name="TickStoppedNs">When the tick was stopped for this halt.</param>
/// <param name="IsTickStopped">Whether the tick is stopped when the wake-up comes; null where that is not known.</param>
/// <param name="InterruptNs">When the interrupt handler began.</param>
/// <param name="RunNs">When the task ran.</param>
internal readonly record struct WakeSteps(long TickStoppedNs, bool? IsTickStopped, long InterruptNs, long RunNs)
{
    public const long NotSeen = -1;
}
