namespace Predictors.IdlePath;

/// <summary>What a closed loop tells beside what any replay tells.</summary>
public sealed record ClosedLoopResult
{
    /// <summary>From the beginning to the end of the last work, in ns.</summary>
    public required long ElapsedNs { get; init; }

    /// <summary>The same in the recording, in ns.</summary>
    public required long RecordedElapsedNs { get; init; }

    /// <summary>The same with no latency at all: what remains is the work and what stays where it was recorded. Not a bound: a wake-up that comes earlier may delay another.</summary>
    public long ElapsedWithoutLatencyNs { get; init; }

    /// <summary>
    /// How much of the elapsed time nothing went on and the next wake-up was one that stays where it was recorded, in ns: where a loop is
    /// faster than the recorded one, it waits there.
    /// </summary>
    public required long FixedWaitNs { get; init; }

    /// <summary>The guest's work, over all vCPUs, in ns.</summary>
    public required long BusyNs { get; init; }

    /// <summary>Wake-ups: idle periods, and those that found their vCPU at work.</summary>
    public required long WakeUps { get; init; }

    /// <summary>Wake-ups that found their vCPU at work: it went on without going idle.</summary>
    public required long AtWork { get; init; }

    /// <summary>How long these waited for the work before them, in ns; no wake-up latency, since no idle path was passed.</summary>
    public required long AtWorkWaitNs { get; init; }

    /// <summary>The round trips: vCPU A wakes B, B wakes A; from one wake-up of A to the next.</summary>
    public required LatencyHistogram RoundTrips { get; init; }

    /// <summary>The round trips as they were recorded.</summary>
    public required LatencyHistogram RecordedRoundTrips { get; init; }

    /// <summary>Wake-ups a second of elapsed time; 0 where none elapsed.</summary>
    public double WakeUpsPerSecond => PerSecond(WakeUps, ElapsedNs);

    /// <summary>Work done a second of elapsed time, over all vCPUs: 1 is one vCPU at work all the time; 0 where no time elapsed.</summary>
    public double BusyPerSecond => PerSecond(BusyNs, ElapsedNs) / 1e9;

    /// <summary>Round trips a second while they last: 1 s / their mean; 0 where there are none.</summary>
    public double RoundTripsPerSecond => PerSecond(RoundTrips.Count, RoundTrips.TotalNs);

    /// <summary>The same in the recording.</summary>
    public double RecordedRoundTripsPerSecond => PerSecond(RecordedRoundTrips.Count, RecordedRoundTrips.TotalNs);

    private static double PerSecond(long count, long ns) => ns == 0 ? 0 : count * 1e9 / ns;
}
