namespace Predictors.Traces;

/// <summary>What is to be generated.</summary>
public sealed record GenerationPlan
{
    /// <summary>The longest trace, in ns: 30 days.</summary>
    public const long MaxLengthNs = 30L * 86_400 * 1_000_000_000;

    /// <summary>The most workloads.</summary>
    public const int MaxWorkloads = 64;

    /// <summary>The most idle periods of a vCPU that can be asked for.</summary>
    public const long MaxPeriods = 1_000_000_000;

    /// <summary>
    /// The workloads, up to <see cref="MaxWorkloads"/>. Several take turns: each has a phase of <see cref="PhaseNs"/>, then the next begins on
    /// the same vCPUs, and after the last the first again; with <see cref="DayNs"/> the hour tells how often each has its turn.
    /// </summary>
    public required IReadOnlyList<WorkloadChoice> Workloads { get; init; }

    /// <summary>The seed of everything random.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How long the trace is, in ns, up to <see cref="MaxLengthNs"/>; null where <see cref="Periods"/> tells.</summary>
    public long? LengthNs { get; init; }

    /// <summary>How many idle periods each vCPU has, up to <see cref="MaxPeriods"/>; null where <see cref="LengthNs"/> tells. Only for one workload.</summary>
    public long? Periods { get; init; }

    /// <summary>How long a phase is where there are several workloads, in ns.</summary>
    public long PhaseNs { get; init; } = 10_000_000_000;

    /// <summary>
    /// How long a day is, in ns, at least two phases; null where workloads simply take turns. Each workload has its peak once a day, the first at
    /// the beginning, the others evenly behind it; its share of the phases falls evenly to nothing half a day later.
    /// </summary>
    public long? DayNs { get; init; }

    /// <summary>The plan in words: the same words give the same trace.</summary>
    public string Text =>
        $"{string.Join(" + ", Workloads.Select(w => w.Text))}"
        + (Workloads.Count > 1 ? $", in phases of {PhaseNs} ns" : string.Empty)
        + (DayNs is { } day ? $", days of {day} ns" : string.Empty)
        + (Periods is { } periods ? $", {periods} periods" : $", {LengthNs} ns")
        + $", seed {Seed}";

    /// <summary>Refuses a plan that can't be carried out.</summary>
    /// <exception cref="ArgumentException">It can't; the message says why.</exception>
    internal void Require()
    {
        if (Workloads.Count is 0 or > MaxWorkloads)
        {
            throw new ArgumentException($"A plan needs 1 to {MaxWorkloads} workloads, not {Workloads.Count}.");
        }

        if ((LengthNs is null) == (Periods is null))
        {
            throw new ArgumentException("A plan needs either a length or a number of periods.");
        }

        if (LengthNs is < 1 or > MaxLengthNs || Periods is < 1 or > MaxPeriods || PhaseNs is < 1 or > MaxLengthNs)
        {
            throw new ArgumentException($"Lengths must be from 1 to {MaxLengthNs} ns, periods from 1 to {MaxPeriods}.");
        }

        if (DayNs is { } day && (Workloads.Count < 2 || day < 2 * PhaseNs || day > MaxLengthNs))
        {
            throw new ArgumentException(
                $"A day is for two workloads or more, and lasts from two phases, {2 * PhaseNs} ns, to {MaxLengthNs} ns; this one lasts {day} ns with {Workloads.Count}.");
        }

        if (Workloads.Count > 1 && Periods is not null)
        {
            throw new ArgumentException("Workloads that take turns do so by time: give a length, not a number of periods.");
        }
    }
}
