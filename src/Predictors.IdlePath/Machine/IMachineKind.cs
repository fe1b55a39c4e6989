namespace Predictors.IdlePath;

/// <summary>Whether wake-ups of one kind all cost the same: known to the compiler of the loop, so that what is not needed is not there.</summary>
internal interface IMachineKind
{
    /// <summary>Whether they differ.</summary>
    static abstract bool Varies { get; }
}
