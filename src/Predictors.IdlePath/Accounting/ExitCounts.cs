namespace Predictors.IdlePath;

/// <summary>VM exits by kind.</summary>
/// <param name="Hlt">The guest halted.</param>
/// <param name="TimerWrite">The guest stopped or restarted its tick.</param>
/// <param name="Ipi">A waker sent an IPI; the exit is on its side.</param>
/// <param name="TimerExpiry">A timer expired while the guest ran.</param>
public sealed record ExitCounts(long Hlt, long TimerWrite, long Ipi, long TimerExpiry)
{
    /// <summary>The guest's poll loop exited, where PAUSE loops do.</summary>
    public long PauseLoop { get; init; }

    /// <summary>All of them.</summary>
    public long Total => Hlt + TimerWrite + Ipi + TimerExpiry + PauseLoop;
}
