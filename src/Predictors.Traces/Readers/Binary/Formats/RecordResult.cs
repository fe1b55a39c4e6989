namespace Predictors.Traces.Readers.Binary.Formats;

/// <summary>What a record of a binary recording turned out to be.</summary>
internal enum RecordResult
{
    /// <summary>An event.</summary>
    Event,

    /// <summary>Its values do not fit its format.</summary>
    NotUnderstood,

    /// <summary>An event that names a CPU beyond <see cref="TraceLimits.MaxVcpu"/>.</summary>
    CpuOutOfRange,
}
