using Predictors.IdlePath;
using Predictors.Traces;

namespace Predictors.Ranking;

/// <summary>The scored idle periods of a trace by length, from entry to arrival. Feed it all chunks of the trace.</summary>
/// <param name="scoreFromNs">Idle periods that begin before this instant are left out, in ns on the trace's clock; null counts them all.</param>
public sealed class IdleLengths(long? scoreFromNs)
{
    private readonly long _scoreFromNs = scoreFromNs ?? long.MinValue;
    private readonly long[] _counts = new long[LogBuckets.Count];

    /// <summary>How many idle periods there are in each of the <see cref="LogBuckets"/>.</summary>
    public IReadOnlyList<long> Counts => _counts;

    /// <summary>Adds the next chunk of the trace.</summary>
    /// <param name="chunk">The chunk.</param>
    public void Feed(SegmentChunk chunk)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        for (int i = 0; i < chunk.Count; i++)
        {
            if (chunk.EntryNs[i] >= _scoreFromNs)
            {
                _counts[LogBuckets.Of(chunk.ArrivalNs[i] - chunk.EntryNs[i])]++;
            }
        }
    }
}
