using Predictors.Abstractions;

namespace Predictors.IdlePath;

/// <summary>
/// What happens to a vCPU from idle entry on. A struct, so that the replay loop is compiled for it.
/// </summary>
internal interface IIdlePath
{
    /// <summary>Takes one idle segment through the path and books it.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="timers">What is known of its timers.</param>
    /// <param name="windowNs">The poll window, in ns.</param>
    /// <returns>What the kernel learns at the end.</returns>
    IdleExit Pass(in IdleSegment segment, in SegmentTimers timers, long windowNs);

    /// <summary>Whether the path looks at the timers: if not, the loop need not read them.</summary>
    static abstract bool ReadsTimers { get; }
}
