using Predictors.Abstractions;

namespace Predictors.IdlePath;

/// <summary>
/// What happens to a vCPU from idle entry on. A struct, so that the replay loop is compiled for it.
/// </summary>
internal interface IIdlePath
{
    /// <summary>Takes one idle segment through the path and books it.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="windowNs">The poll window, in ns.</param>
    /// <returns>What the kernel learns at the end.</returns>
    IdleExit Pass(in IdleSegment segment, long windowNs);
}
