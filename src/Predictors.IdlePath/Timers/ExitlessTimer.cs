namespace Predictors.IdlePath;

/// <summary>
/// The exitless timer of one vCPU: the page that guest and agent share, and the hardware timer on the agent's CPU. The guest stores its next
/// deadline; the agent reads it at each scan, programs the hardware and publishes when it will look again; a guest whose deadline lies before
/// that exits, and the host programs the hardware at once. (KVM Forum 2017, "KVM performance tuning on Alibaba Cloud", and the RFC of 8
/// December 2017, lkml 1712.1/00107.)
/// </summary>
/// <param name="scans">When the agent looks.</param>
/// <param name="beginNs">Where the time begins, in ns.</param>
internal sealed class ExitlessTimer(ScanSchedule scans, long beginNs)
{
    private const long None = long.MaxValue;

    private long _nowNs = beginNs;

    // The page: what the guest wants, and when the agent will look. The hardware: when it fires.
    private long _deadlineNs = None;
    private long _nextSyncNs = scans.NextSyncNs(beginNs);
    private long _hardwareNs = None;

    /// <summary>How often the guest had to exit.</summary>
    public long Exits { get; private set; }

    /// <summary>How often the guest armed or disarmed its timer.</summary>
    public long Writes { get; private set; }

    /// <summary>The guest arms its timer, in place of whatever was armed.</summary>
    /// <param name="deadlineNs">When it is to expire; in the past it expires at once.</param>
    /// <returns>Whether the guest exited.</returns>
    public bool Arm(long deadlineNs)
    {
        Writes++;
        _deadlineNs = deadlineNs;
        if (deadlineNs >= _nextSyncNs)
        {
            return false;
        }

        Exits++;
        _hardwareNs = deadlineNs;
        return true;
    }

    /// <summary>The guest disarms its timer: a store. Hardware that is armed fires in vain.</summary>
    public void Disarm()
    {
        Writes++;
        _deadlineNs = None;
    }

    /// <summary>Lets time pass up to an instant, or until the timer expires.</summary>
    /// <param name="untilNs">The instant: now or later.</param>
    /// <param name="expiry">The timer that expired.</param>
    /// <returns>Whether one expired; then the time is that of its firing, and the guest has no timer armed.</returns>
    public bool Advance(long untilNs, out TimerExpiry expiry)
    {
        while (Math.Min(_hardwareNs, _nextSyncNs) <= untilNs)
        {
            // Hardware first: the agent's own interrupt comes before its next scan.
            if (_hardwareNs <= _nextSyncNs)
            {
                _nowNs = Math.Max(_nowNs, _hardwareNs);
                _hardwareNs = None;
                if (_deadlineNs <= _nowNs)
                {
                    expiry = new TimerExpiry(_deadlineNs, _nowNs);
                    _deadlineNs = None;
                    return true;
                }
            }
            else
            {
                _nowNs = _nextSyncNs;
                _hardwareNs = _deadlineNs;
                _nextSyncNs = scans.NextSyncNs(_nowNs);
            }
        }

        _nowNs = Math.Max(_nowNs, untilNs);
        expiry = default;
        return false;
    }
}
