namespace Predictors.Traces;

/// <summary>What can be odd in a stream of kernel events; the README of this project says what each means.</summary>
internal static class AnomalyNames
{
    public const string CpuIdDiffers = "cpu-id-differs";
    public const string CpuIdleStartsLate = "cpu-idle-starts-late";
    public const string EnterWithoutExit = "enter-without-exit";
    public const string EventsLost = "events-lost";
    public const string ExitWithoutEnter = "exit-without-enter";
    public const string IdleBeforePreviousExit = "idle-before-previous-exit";
    public const string IdleCutByTimeJump = "idle-cut-by-time-jump";
    public const string IdleEntryNotSeen = "idle-entry-not-seen";
    public const string TaskInsideIdle = "task-inside-idle";
    public const string TimeJumpsBack = "time-jumps-back";
    public const string TooManyTimers = "too-many-timers";
}
