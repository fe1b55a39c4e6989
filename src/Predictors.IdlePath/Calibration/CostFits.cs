namespace Predictors.IdlePath;

/// <summary>Makes costs of measured times. What a cost is fitted with is known exactly or is a median: intervals do not carry it on.</summary>
internal sealed class CostFits
{
    private readonly WakeSamples _samples;
    private readonly SampleSummary _summary;
    private readonly ProfileCosts _base;
    private readonly List<FittedCost> _fitted = [];
    private readonly List<BaseCost> _fromBase = [];

    public CostFits(WakeSamples samples, SampleSummary summary, ProfileCosts baseCosts)
    {
        _samples = samples;
        _summary = summary;
        _base = baseCosts;
        long timerWriteNs = FitTimerWrite();
        long ipiSendNs = FitIpiSend();
        FitInject(timerWriteNs);
        FitStoreWake();
        FitHostWake(ipiSendNs);
        const string host = "the host's part before it sleeps is not seen from within the guest";
        _fromBase.Add(new BaseCost(CostNames.HltExit, host));
        _fromBase.Add(new BaseCost(CostNames.HostBlock, host));
        _fromBase.Add(new BaseCost(CostNames.GuestEntry, "not told apart from the host's wake-up: hostWake is what remains beside it"));
        _fromBase.Add(new BaseCost(CostNames.TimerExpiryExit, "no event tells when a timer interrupted a running guest"));
        _fromBase.Add(new BaseCost(CostNames.Pause, "the poll loop writes no events"));
        _fromBase.Add(new BaseCost(CostNames.PollClockCheck, "the poll loop writes no events"));
    }

    public IReadOnlyList<FittedCost> Fitted => _fitted;

    public IReadOnlyList<BaseCost> FromBase => _fromBase;

    private long FitTimerWrite()
    {
        SampleList stops = _samples.TickStopToHalt;
        SampleList running = _samples.HandlerToRunTickRunning;
        SampleList stopped = _samples.HandlerToRunTickStopped;
        if (IsTooFew(stops))
        {
            const string why = "no stop of the tick was recorded (timer:tick_stop before power:cpu_idle)";
            return TakeFromBase(CostNames.TimerWriteExit, why, _base.TimerWriteExit);
        }

        if (IsTooFew(running) || IsTooFew(stopped))
        {
            return Fit(CostNames.TimerWriteExit, "from the tick's stop to the halt", stops.Met, stops.KeptNs);
        }

        long runningNs = Median(running.KeptNs);
        return Fit(
            CostNames.TimerWriteExit,
            "from the tick's stop to the halt; and how much longer a task waits after the interrupt where the tick had been stopped",
            stops.Met + stopped.Met,
            [.. stops.KeptNs, .. stopped.KeptNs.Select(ns => Math.Max(0, ns - runningNs))]);
    }

    private long FitIpiSend() => IsTooFew(_samples.IpiSend)
        ? TakeFromBase(CostNames.IpiSend, "no task was seen to wake others both with an IPI and by a store", _base.IpiSend)
        : Fit(
            CostNames.IpiSend,
            "how much longer a waker takes to its next switch where it sends an IPI than where a store did",
            _samples.IpiSend.Met,
            _samples.IpiSend.KeptNs);

    private void FitInject(long timerWriteNs)
    {
        SampleList running = _samples.HandlerToRunTickRunning;
        SampleList stopped = _samples.HandlerToRunTickStopped;
        if (running.Met + stopped.Met < SampleSummary.FewestTimes)
        {
            TakeFromBase(CostNames.Inject, "no wake-up was recorded from the interrupt to the switch to the task", _base.Inject);
            return;
        }

        // A restart may take longer than a stop, and the timer write is fitted to both.
        long restartNs = IsTooFew(running) || IsTooFew(stopped) ? timerWriteNs : Math.Max(0, Median(stopped.KeptNs) - Median(running.KeptNs));
        Fit(
            CostNames.Inject,
            "from the interrupt until the task runs, without the restart of a stopped tick",
            running.Met + stopped.Met,
            [.. running.KeptNs, .. stopped.KeptNs.Select(ns => Math.Max(0, ns - restartNs))]);
    }

    private void FitStoreWake()
    {
        if (!IsTooFew(_samples.StoreToRunTickRunning))
        {
            Fit(
                CostNames.StoreWake,
                "from a wake-up by a store, before the tick was stopped, until the task runs",
                _samples.StoreToRunTickRunning.Met,
                _samples.StoreToRunTickRunning.KeptNs);
        }
        else if (!IsTooFew(_samples.ExitToRunTickRunning))
        {
            long storeNs = Typical(_base.StoreWake);
            Fit(
                CostNames.StoreWake,
                "the base profile's store, and from leaving the idle state until the task runs where the tick ran on: too few wake-ups by a store"
                + " were recorded",
                _samples.ExitToRunTickRunning.Met,
                [.. _samples.ExitToRunTickRunning.KeptNs.Select(ns => ns + storeNs)]);
        }
        else
        {
            TakeFromBase(CostNames.StoreWake, "too few wake-ups were recorded that found the tick running", _base.StoreWake);
        }
    }

    private void FitHostWake(long ipiSendNs)
    {
        var bins = new List<(long FromNs, long Met, IReadOnlyList<long> TimesNs)>();
        for (int bin = 0; bin < AsleepBins.Count; bin++)
        {
            (SampleList Times, long LessNs)[] sources = SourcesOf(bin, ipiSendNs);
            bins.Add((
                AsleepBins.BeginNs(bin),
                sources.Sum(s => s.Times.Met),
                [.. sources.SelectMany(s => s.Times.KeptNs.Select(ns => Math.Max(0, ns - s.LessNs)))]));
        }

        MeasuredTimes[] times = [.. SampleSummary.Merged(bins).Select(b => _summary.Of(CostNames.HostWake, string.Empty, b.FromNs, b.Met, b.TimesNs))];
        if (times.Sum(t => t.Count) < SampleSummary.FewestTimes)
        {
            TakeFromBase(CostNames.HostWake, "too few halted wake-ups with a measured arrival were recorded", _base.HostWake);
            return;
        }

        _fitted.Add(new FittedCost(
            CostNames.HostWake,
            "from the arrival to the interrupt, by the time asleep, without ipiSend (of IPIs) and guestEntry; C-states, the host's own polling and"
            + " scheduling are in it",
            times));
    }

    /// <summary>The times of a bin, each with what is not the host's wake-up. Idle exits stand in only where too few handlers were recorded.</summary>
    private (SampleList Times, long LessNs)[] SourcesOf(int bin, long ipiSendNs)
    {
        long entryNs = Typical(_base.GuestEntry);
        long exitNs = entryNs + Typical(_base.Inject);
        (SampleList ipis, SampleList timers) = (_samples.IpiToHandler[bin], _samples.TimerToHandler[bin]);
        return ipis.Met + timers.Met >= SampleSummary.FewestTimes
            ? [(ipis, ipiSendNs + entryNs), (timers, entryNs)]
            : [(ipis, ipiSendNs + entryNs), (timers, entryNs), (_samples.IpiToExit[bin], ipiSendNs + exitNs), (_samples.TimerToExit[bin], exitNs)];
    }

    private long Fit(string cost, string how, long count, IReadOnlyList<long> timesNs)
    {
        MeasuredTimes times = _summary.Of(cost, how, asleepFromNs: null, count, timesNs);
        _fitted.Add(new FittedCost(cost, how, [times]));
        return times.At(0.5)!.Ns;
    }

    private long TakeFromBase(string cost, string why, ProfileCost taken)
    {
        _fromBase.Add(new BaseCost(cost, why));
        return Typical(taken);
    }

    private static bool IsTooFew(SampleList times) => times.Met < SampleSummary.FewestTimes;

    private static long Typical(ProfileCost cost) => new CostCurve(cost).At(share: 0.5, asleepNs: 0);

    private static long Median(IReadOnlyList<long> timesNs) => timesNs.Order().ElementAt((timesNs.Count - 1) / 2);
}
