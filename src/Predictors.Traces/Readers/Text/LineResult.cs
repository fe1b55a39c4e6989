namespace Predictors.Traces.Readers.Text;

/// <summary>What a line of a recording turned out to be.</summary>
internal enum LineResult
{
    /// <summary>Not understood.</summary>
    Unparsed,

    /// <summary>An event or a mark.</summary>
    Event,

    /// <summary>A comment, a header or an empty line.</summary>
    Ignored,

    /// <summary>An event with a CPU beyond <see cref="TraceLimits.MaxVcpu"/>.</summary>
    CpuOutOfRange,

    /// <summary>An event with a time beyond <see cref="TraceLimits.MaxTimeNs"/>.</summary>
    TimeOutOfRange,
}
