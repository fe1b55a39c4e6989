namespace Predictors.Traces;

/// <summary>How traces are put together.</summary>
public sealed record MergeOptions
{
    /// <summary>Gives the vCPUs of each further trace numbers behind those of the traces before it.</summary>
    public bool Renumber { get; init; }

    /// <summary>Takes traces whose clock is not known to be on one clock.</summary>
    public bool SameClock { get; init; }
}
