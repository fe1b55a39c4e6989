using Predictors.Abstractions;

namespace Predictors.IdlePath;

/// <summary>The costs of a profile that may vary, laid out for drawing.</summary>
/// <param name="costs">The costs.</param>
internal sealed class CostCurves(ProfileCosts costs)
{
    public CostCurve StoreWake { get; } = new(costs.StoreWake);

    public CostCurve TimerWriteExit { get; } = new(costs.TimerWriteExit);

    public CostCurve TimerExpiryExit { get; } = new(costs.TimerExpiryExit);

    public CostCurve HltExit { get; } = new(costs.HltExit);

    public CostCurve GuestEntry { get; } = new(costs.GuestEntry);

    public CostCurve HostBlock { get; } = new(costs.HostBlock);

    public CostCurve HostWake { get; } = new(costs.HostWake);

    public CostCurve IpiSend { get; } = new(costs.IpiSend);

    public CostCurve Inject { get; } = new(costs.Inject);

    /// <summary>Whether all of them are constants.</summary>
    public bool AreConstant =>
        StoreWake.IsConstant && TimerWriteExit.IsConstant && TimerExpiryExit.IsConstant && HltExit.IsConstant && GuestEntry.IsConstant
        && HostBlock.IsConstant && HostWake.IsConstant && IpiSend.IsConstant && Inject.IsConstant;

    /// <summary>How much more than its least a wake-up from a sleep costs, in ns.</summary>
    /// <param name="luck">The idle period's luck.</param>
    /// <param name="asleepNs">The time asleep, in ns.</param>
    public long WakeMoreNs(Luck luck, long asleepNs) => HostWake.At(luck.Share(LuckOf.HostWake), asleepNs) - HostWake.LeastNs + ResumeMoreNs(luck, asleepNs);

    /// <summary>How much more than its least it costs until a vCPU thread that runs has handled the interrupt, in ns.</summary>
    /// <param name="luck">The idle period's luck.</param>
    /// <param name="asleepNs">The time asleep, in ns.</param>
    public long ResumeMoreNs(Luck luck, long asleepNs) =>
        GuestEntry.At(luck.Share(LuckOf.GuestEntry), asleepNs) - GuestEntry.LeastNs + InjectMoreNs(luck, asleepNs);

    /// <summary>How much more than its least an injection costs, in ns.</summary>
    /// <param name="luck">The idle period's luck.</param>
    /// <param name="asleepNs">The time asleep, in ns.</param>
    public long InjectMoreNs(Luck luck, long asleepNs) => Inject.At(luck.Share(LuckOf.Inject), asleepNs) - Inject.LeastNs;

    /// <summary>How much more than its least the wake-up of a vCPU that has not halted costs, in ns.</summary>
    /// <param name="luck">The idle period's luck.</param>
    /// <param name="cause">The wake cause.</param>
    /// <param name="timer">How timers reach the hardware.</param>
    public long AwakeMoreNs(Luck luck, WakeCause cause, TimerPath timer) => IdlePathCosts.IsRemote(cause)
        ? StoreWake.At(luck.Share(LuckOf.StoreWake), 0) - StoreWake.LeastNs
        : InjectMoreNs(luck, 0) + (cause == WakeCause.Timer && timer == TimerPath.TscDeadline
            ? TimerExpiryExit.At(luck.Share(LuckOf.TimerExpiry), 0) - TimerExpiryExit.LeastNs
            : 0);
}
