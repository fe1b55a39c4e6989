namespace Predictors.IdlePath;

/// <summary>Something that happens at an instant of the simulation; of those at the same instant the one with the lower key comes first.</summary>
/// <param name="TimeNs">The instant, in ns on the trace's clock.</param>
/// <param name="Key">The order, and what it is.</param>
/// <remarks>
/// At one instant vCPUs first go on with their work, so that all wake-ups of the instant are known; these come in recorded order; a vCPU that
/// has woken another goes on after that.
/// </remarks>
internal readonly record struct LoopEvent(long TimeNs, long Key)
{
    private const int OrderShift = 40;
    private const long Subject = (1L << OrderShift) - 1;

    /// <summary>A vCPU goes on with its work.</summary>
    public static LoopEvent GoesOn(long timeNs, int vcpu) => new(timeNs, vcpu);

    /// <summary>A wake-up arrives.</summary>
    public static LoopEvent WakesUp(long timeNs, int rank) => new(timeNs, (1L << OrderShift) | (uint)rank);

    /// <summary>A vCPU that has woken others goes on.</summary>
    public static LoopEvent GoesOnAfterWaking(long timeNs, int vcpu) => new(timeNs, (2L << OrderShift) | (uint)vcpu);

    public bool IsWakeUp => Key >> OrderShift == 1;

    /// <summary>The vCPU's place, or the wake-up's rank.</summary>
    public int Of => (int)(Key & Subject);

    public bool ComesBefore(LoopEvent other) => TimeNs < other.TimeNs || (TimeNs == other.TimeNs && Key < other.Key);
}
