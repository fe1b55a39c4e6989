namespace Predictors.IdlePath;

/// <summary>
/// Other tasks on a vCPU's pCPU. A model, and no measured one: such a task wants the pCPU for a share of the time, in slices of one length with
/// equal gaps between them, and a vCPU's halts and wake-ups fall anywhere in that. A host poll is cut short when such a task comes; a wake-up waits for the
/// rest of its slice.
/// </summary>
/// <param name="share">The share of the time: 0 to less than 1.</param>
/// <param name="sliceNs">The length of a slice, in ns: 1 or more.</param>
internal readonly struct HostLoad(double share, long sliceNs)
{
    private readonly long _gapNs = share > 0 ? (long)Math.Min(sliceNs * (1 - share) / share, MaxGapNs) : MaxGapNs;

    private const long MaxGapNs = 1L << 60;

    /// <summary>How long a host poll that begins now may last, in ns.</summary>
    /// <param name="luck">The idle period's luck.</param>
    public long PollCutNs(Luck luck) =>
        share == 0 ? long.MaxValue
        : luck.Share(LuckOf.PollIsCut) < share ? 0
        : (long)(luck.Share(LuckOf.PollCutAfter) * _gapNs);

    /// <summary>How long a vCPU that is woken from a sleep waits for its pCPU, in ns; 0 where nobody has it.</summary>
    /// <param name="luck">The idle period's luck.</param>
    public long RunQueueWaitNs(Luck luck) =>
        share > 0 && luck.Share(LuckOf.PcpuIsTaken) < share ? 1 + (long)(luck.Share(LuckOf.RunQueueWait) * (sliceNs - 1)) : 0;
}
