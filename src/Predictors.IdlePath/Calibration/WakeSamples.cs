namespace Predictors.IdlePath;

/// <summary>What was measured in the traces, in ns.</summary>
internal sealed class WakeSamples
{
    /// <summary>From an IPI's sending to its handler on the halted CPU, by the time asleep.</summary>
    public AsleepBins IpiToHandler { get; } = new();

    /// <summary>From a timer's programmed expiry to its handler on the halted CPU, by the time asleep.</summary>
    public AsleepBins TimerToHandler { get; } = new();

    /// <summary>From the arrival of any of the two until the task runs, by the time asleep.</summary>
    public AsleepBins ArrivalToRun { get; } = new();

    /// <summary>From the handler's begin until the task runs, where the tick was stopped.</summary>
    public SampleList HandlerToRunTickStopped { get; } = new();

    /// <summary>From the handler's begin until the task runs, where the tick ran on.</summary>
    public SampleList HandlerToRunTickRunning { get; } = new();

    /// <summary>From leaving the idle state until the task runs, where the tick ran on.</summary>
    public SampleList ExitToRunTickRunning { get; } = new();

    /// <summary>From the tick's stop to the halt.</summary>
    public SampleList TickStopToHalt { get; } = new();

    /// <summary>From a wake-up by a store until the task runs, where the CPU had not stopped its tick yet.</summary>
    public SampleList StoreToRunTickRunning { get; } = new();

    /// <summary>The same where it had, and was about to halt.</summary>
    public SampleList StoreToRunTickStopped { get; } = new();

    /// <summary>What an IPI costs its sender beyond a wake-up by a store.</summary>
    public SampleList IpiSend { get; } = new();

    /// <summary>From one tick of a CPU to the next.</summary>
    public SampleList TickToTick { get; } = new();

    /// <summary>From IPIs to idle exits where only segments are known, by the time asleep.</summary>
    public AsleepBins IpiToExit { get; } = new();

    /// <summary>From timers' expiries to idle exits where only segments are known, by the time asleep.</summary>
    public AsleepBins TimerToExit { get; } = new();
}
