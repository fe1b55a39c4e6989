namespace Predictors.Traces;

/// <summary>What is to be generated.</summary>
public sealed record GenerationPlan
{
    /// <summary>The longest trace, in ns: 30 days.</summary>
    public const long MaxLengthNs = 30L * 86_400 * 1_000_000_000;

    /// <summary>The most idle periods of a vCPU that can be asked for.</summary>
    public const long MaxPeriods = 1_000_000_000;

    /// <summary>
    /// The workloads, one or more. Several take turns: each has a phase of <see cref="PhaseNs"/>, then the next begins on
    /// the same vCPUs, and after the last the first again.
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

    /// <summary>The plan in words: the same words give the same trace.</summary>
    public string Text =>
        $"{string.Join(" + ", Workloads.Select(w => w.Text))}"
        + (Workloads.Count > 1 ? $", in phases of {PhaseNs} ns" : string.Empty)
        + (Periods is { } periods ? $", {periods} periods" : $", {LengthNs} ns")
        + $", seed {Seed}";

    /// <summary>Refuses a plan that can't be carried out.</summary>
    /// <exception cref="ArgumentException">It can't; the message says why.</exception>
    internal void Require()
    {
        if (Workloads.Count == 0)
        {
            throw new ArgumentException("A plan needs at least one workload.");
        }

        if ((LengthNs is null) == (Periods is null))
        {
            throw new ArgumentException("A plan needs either a length or a number of periods.");
        }

        if (LengthNs is < 1 or > MaxLengthNs || Periods is < 1 or > MaxPeriods || PhaseNs is < 1 or > MaxLengthNs)
        {
            throw new ArgumentException($"Lengths must be from 1 to {MaxLengthNs} ns, periods from 1 to {MaxPeriods}.");
        }

        if (Workloads.Count > 1 && Periods is not null)
        {
            throw new ArgumentException("Workloads that take turns do so by time: give a length, not a number of periods.");
        }
    }
}
