namespace Predictors.Traces;

/// <summary>What a recording came to.</summary>
/// <param name="Cpus">The CPUs, ascending.</param>
/// <param name="MissingEvents">The events that this kernel does not have.</param>
/// <param name="Bytes">The size of the file.</param>
public sealed record RecordingResult(IReadOnlyList<RecordedCpu> Cpus, IReadOnlyList<string> MissingEvents, long Bytes)
{
    /// <summary>Events that were lost on all CPUs, since nobody read them in time.</summary>
    public long LostEvents => Cpus.Sum(c => c.LostEvents);
}
