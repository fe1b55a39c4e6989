using Predictors.Abstractions;

namespace Predictors.Traces;

/// <summary>
/// Chunks to be filled. A vCPU begins with a small one and gets larger ones as it fills them, so that thousands of vCPUs
/// that rarely go idle cost little; all that are being filled hold no more than a bounded number of segments.
/// </summary>
internal sealed class ChunkPool(TraceColumns columns, int capacity = SegmentChunk.DefaultCapacity)
{
    public const int SmallestCapacity = 64;

    private const int Growth = 8;
    private const int MostHeld = 1 << 20;

    private readonly Lock _gate = new();
    private readonly List<SegmentChunk> _free = [];
    private int _held;

    /// <summary>An empty chunk to follow one of the given capacity (0: the first).</summary>
    public SegmentChunk Next(int vcpu, long firstIndex, int previousCapacity)
    {
        _held -= previousCapacity;
        int next = Math.Min(capacity, Math.Max(previousCapacity * Growth, SmallestCapacity));
        if (_held + next > MostHeld)
        {
            next = Math.Min(capacity, SmallestCapacity);
        }

        _held += next;
        SegmentChunk chunk = TakeFree(next) ?? new SegmentChunk(next, columns);
        chunk.Vcpu = vcpu;
        chunk.FirstIndex = firstIndex;
        chunk.Count = 0;
        return chunk;
    }

    /// <summary>Takes a chunk back, from any thread.</summary>
    public void Recycle(SegmentChunk chunk)
    {
        lock (_gate)
        {
            _free.Add(chunk);
        }
    }

    private SegmentChunk? TakeFree(int wanted)
    {
        lock (_gate)
        {
            int index = _free.FindLastIndex(chunk => chunk.Capacity == wanted);
            if (index < 0)
            {
                return null;
            }

            SegmentChunk found = _free[index];
            _free[index] = _free[^1];
            _free.RemoveAt(_free.Count - 1);
            return found;
        }
    }
}
