namespace Predictors.IdlePath;

/// <summary>Which timers move with the work that armed them.</summary>
public enum TimerAssumption
{
    /// <summary>Those that were recorded as armed for a length of time; the others stay where they were recorded.</summary>
    Recorded,

    /// <summary>None.</summary>
    Absolute,

    /// <summary>
    /// All but the tick: with the instant that armed them where that was recorded, else with the end of the busy period before the segment
    /// that they ended.
    /// </summary>
    Relative,
}
