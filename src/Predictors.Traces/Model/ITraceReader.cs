namespace Predictors.Traces;

/// <summary>
/// Reads a wake-up trace from its beginning to its end, in chunks. Memory does not grow with the file. For one file the
/// same chunks come in the same order every time.
/// </summary>
public interface ITraceReader : IDisposable
{
    /// <summary>What is known before the first segment.</summary>
    TraceHeader Header { get; }

    /// <summary>What was found so far; complete once <see cref="Read"/> has returned null.</summary>
    TraceInspection Inspection { get; }

    /// <summary>How much of the file has been read, from 0 to 1.</summary>
    double Progress { get; }

    /// <summary>Reads the next chunk. Chunks of different vCPUs come in any order, those of one vCPU in time order.</summary>
    /// <returns>The chunk, which the caller may keep until <see cref="Recycle"/>; null at the end.</returns>
    /// <exception cref="TraceFormatException">The file is not what it claims to be; the message names file and place.</exception>
    SegmentChunk? Read();

    /// <summary>Gives a chunk back to be filled again, from any thread.</summary>
    /// <param name="chunk">A chunk that <see cref="Read"/> returned and that nobody uses any more.</param>
    void Recycle(SegmentChunk chunk);
}
