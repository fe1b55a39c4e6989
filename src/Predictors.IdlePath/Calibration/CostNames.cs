namespace Predictors.IdlePath;

/// <summary>The costs' names in a profile.</summary>
internal static class CostNames
{
    public const string GuestEntry = "guestEntry";
    public const string HltExit = "hltExit";
    public const string HostBlock = "hostBlock";
    public const string HostWake = "hostWake";
    public const string Inject = "inject";
    public const string IpiSend = "ipiSend";
    public const string Pause = "pause";
    public const string PollClockCheck = "pollClockCheck";
    public const string StoreWake = "storeWake";
    public const string TimerExpiryExit = "timerExpiryExit";
    public const string TimerWriteExit = "timerWriteExit";
}
