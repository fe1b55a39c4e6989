namespace Predictors.IdlePath;

/// <summary>What one predictor did on one trace.</summary>
public sealed record ReplayResult
{
    /// <summary>Idle periods that were scored; each is caught, abandoned or halted.</summary>
    public required long IdlePeriods { get; init; }

    /// <summary>Wake-ups that arrived while the guest polled.</summary>
    public required long Caught { get; init; }

    /// <summary>Wake-ups that arrived after the poll and before HLT, while the tick was being stopped: no halt took place.</summary>
    public required long Abandoned { get; init; }

    /// <summary>Halts (HLT exits).</summary>
    public required long Halts { get; init; }

    /// <summary>Halts whose wake-up arrived while the host polled.</summary>
    public required long HostCaught { get; init; }

    /// <summary>IPIs that wakers sent.</summary>
    public required long IpisSent { get; init; }

    /// <summary>Wake-ups by another vCPU that needed no IPI because the guest polled.</summary>
    public required long IpisSpared { get; init; }

    /// <summary>Where the time went.</summary>
    public required IdleAccounts Accounts { get; init; }

    /// <summary>VM exits by kind.</summary>
    public required ExitCounts Exits { get; init; }

    /// <summary>How often the guest wrote a deadline in its idle path, with or without an exit.</summary>
    public long TimerWrites { get; init; }

    /// <summary>Wake-ups by a timer.</summary>
    public long TimerExpiries { get; init; }

    /// <summary>Timer programmings of the recorded busy periods: their exits are part of the recorded busy time. Only where the machine varies.</summary>
    public long BusyTimerWrites { get; init; }

    /// <summary>Those of them that exit. Only where the machine varies.</summary>
    public long BusyTimerWriteExits { get; init; }

    /// <summary>From a timer's deadline until the guest has handled its expiry; null where the machine does not vary.</summary>
    public LatencyHistogram? TimerLateness { get; init; }

    /// <summary>Wake-up latencies of those periods after which a task ran.</summary>
    public required LatencyHistogram Latency { get; init; }

    /// <summary>The costs of consecutive idle periods, for intervals.</summary>
    public required IReadOnlyList<CostBlock> Blocks { get; init; }

    /// <summary>CPU waste + exchange rate x sum of latencies, in ns.</summary>
    /// <param name="exchangeRate">How many ns of burnt CPU one ns of latency is worth.</param>
    /// <returns>The cost, in ns.</returns>
    public double CostNs(double exchangeRate) => Accounts.WasteNs + (exchangeRate * Latency.TotalNs);
}
