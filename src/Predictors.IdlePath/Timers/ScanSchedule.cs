namespace Predictors.IdlePath;

/// <summary>When the agent of the exitless timer looks at the guests' pages: once a scan period.</summary>
/// <param name="periodNs">The scan period, in ns: 1 or more.</param>
/// <param name="phaseNs">The instant of one of the scans, in ns.</param>
internal readonly struct ScanSchedule(long periodNs, long phaseNs)
{
    /// <summary>The scan period, in ns.</summary>
    public long PeriodNs => periodNs;

    /// <summary>The first scan after an instant: what the page says at that instant.</summary>
    /// <param name="nowNs">The instant; a scan at that very instant has been done.</param>
    public long NextSyncNs(long nowNs)
    {
        long sinceNs = (nowNs - phaseNs) % periodNs;
        return nowNs + periodNs - (sinceNs < 0 ? sinceNs + periodNs : sinceNs);
    }

    /// <summary>Whether a guest that arms a timer must exit: the agent would look too late.</summary>
    /// <param name="nowNs">When it arms it.</param>
    /// <param name="deadlineNs">When the timer is to expire.</param>
    public bool NeedsExit(long nowNs, long deadlineNs) => deadlineNs < NextSyncNs(nowNs);
}
