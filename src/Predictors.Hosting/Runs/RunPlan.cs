using Predictors.IdlePath;

namespace Predictors.Hosting;

/// <summary>Which predictors are replayed, and how.</summary>
public sealed record RunPlan
{
    /// <summary>The predictors.</summary>
    public required IReadOnlyList<PredictorChoice> Contenders { get; init; }

    /// <summary>The machine.</summary>
    public required MachineProfile Profile { get; init; }

    /// <summary>How the machine is set up.</summary>
    public MachineSetup Setup { get; init; } = new();

    /// <summary>The rule of the host's own halt polling, or null where the host does not poll.</summary>
    public PredictorChoice? HostPolling { get; init; }

    /// <summary>How many ns of burnt CPU one ns of latency is worth: 0 or more.</summary>
    public double ExchangeRate { get; init; } = 1;

    /// <summary>How much of each trace's beginning is replayed without being scored, in ns: 0 or more.</summary>
    public long WarmUpNs { get; init; }

    /// <summary>Whether learned predictors are scored on what they were trained on, too; otherwise scoring begins after it.</summary>
    public bool AllowTrained { get; init; }

    /// <summary>How many idle periods of a stretch of time are kept for pictures, for each contender and trace.</summary>
    public const int Stretch = 1_500;

    /// <summary>
    /// How many scored idle periods of each trace are watched one by one for pictures, under each contender: many times slower than a replay.
    /// 0 where there are no pictures, and nothing that only they need is gathered.
    /// </summary>
    public long DetailPeriods { get; init; }

    /// <summary>How many threads work at once; the results do not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
