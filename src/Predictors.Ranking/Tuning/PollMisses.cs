using Predictors.IdlePath;

namespace Predictors.Ranking;

/// <summary>
/// Watches a replay for polls that end just before the wake-up comes: each pays for the poll and for the halt. <em>Resonance</em>: the wake-up
/// comes within a quarter of the window after its end. <em>Dead zone</em>: it comes within another window, and a rule that otherwise changes its
/// window keeps it, time after time.
/// </summary>
/// <param name="exchangeRate">How many ns of burnt CPU one ns of latency is worth.</param>
public sealed class PollMisses(double exchangeRate) : IReplayObserver
{
    private const int ResonanceDivisor = 4;
    private const int StuckAfter = 3;

    private readonly Dictionary<int, Vcpu> _vcpus = [];
    private readonly Sums _resonance = new();
    private readonly Sums _deadZone = new();
    private double _costNs;

    /// <summary>Polls that ended within a quarter of the window before the wake-up.</summary>
    public PollMissClass Resonance => _resonance.ToClass();

    /// <summary>Polls of an adaptive rule that ended too early again and again, with a window that stays.</summary>
    public PollMissClass DeadZone => _deadZone.ToClass();

    /// <summary>What all scored idle periods cost, in ns.</summary>
    public double CostNs => _costNs;

    /// <inheritdoc/>
    public void Observe(in ReplayedPeriod period)
    {
        if (!_vcpus.TryGetValue(period.Entry.Vcpu, out Vcpu? vcpu))
        {
            _vcpus.Add(period.Entry.Vcpu, vcpu = new Vcpu());
        }

        // The window of the one who polled: the guest's, or the host's where the guest did not.
        (long windowNs, long lateNs) = period.Exit.PolledNs > 0
            ? (period.WindowNs, period.ArrivalNs - period.Exit.PolledNs)
            : (period.Accounts.HostPollFailedNs, period.Accounts.BlockedNs);
        bool missed = period.Outcome is PeriodOutcome.HaltedAfterPoll or PeriodOutcome.HaltedAtOnce && windowNs > 0 && lateNs <= windowNs;
        bool isStuck = vcpu.RunAfter(windowNs, missed) >= StuckAfter;
        if (!period.IsScored)
        {
            return;
        }

        double costNs = period.Cost.CostNs(exchangeRate);
        _costNs += costNs;
        if (missed && lateNs <= windowNs / ResonanceDivisor)
        {
            _resonance.Add(costNs, period.ArrivalNs, windowNs);
        }

        if (isStuck)
        {
            _deadZone.Add(costNs, period.ArrivalNs, windowNs);
        }
    }

    private sealed class Vcpu
    {
        private long _windowNs = -1;
        private bool _adapts;
        private int _run;

        /// <summary>Takes the next window. Returns how often in a row it has missed unchanged; 0 for a rule that never changes its window.</summary>
        public int RunAfter(long windowNs, bool missed)
        {
            bool same = windowNs == _windowNs;
            _adapts |= !same && _windowNs >= 0;
            _run = !missed ? 0 : same ? _run + 1 : 1;
            _windowNs = windowNs;
            return _adapts ? _run : 0;
        }
    }

    private sealed class Sums
    {
        private readonly LatencyHistogram _idles = new();
        private readonly LatencyHistogram _windows = new();
        private double _costNs;

        public void Add(double costNs, long idleNs, long windowNs)
        {
            _costNs += costNs;
            _idles.Record(idleNs);
            _windows.Record(windowNs);
        }

        public PollMissClass ToClass() => new(_idles.Count, _costNs, _idles.PercentileNs(0.5), _windows.PercentileNs(0.5));
    }
}
