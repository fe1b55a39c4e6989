namespace Predictors.Abstractions;

/// <summary>The part of one trace that a predictor may learn from.</summary>
/// <param name="Name">The trace's name.</param>
/// <param name="Sha256">The SHA-256 of the recording, in lower-case hexadecimal digits.</param>
/// <param name="UntilNs">The end of the part, on the trace's clock, in ns: later idle periods are not in it.</param>
/// <param name="Columns">The optional columns that the trace carries.</param>
/// <param name="Vcpus">The idle periods of each vCPU, in time order.</param>
public sealed record TrainingTrace(
    string Name, string Sha256, long UntilNs, TraceColumns Columns, IReadOnlyList<IReadOnlyList<TrainingPeriod>> Vcpus)
{
    /// <summary>Which leading share of the trace's span the part is: above 0, at most 1.</summary>
    public double Share { get; init; } = 1;
}
