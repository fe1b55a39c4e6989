using Predictors.Traces;

namespace Predictors.Hosting;

/// <summary>Reads a trace in batches of chunks, the next one while the last one is replayed: each chunk is decoded once, for all predictors.</summary>
internal sealed class ChunkBatches(ITraceReader reader)
{
    private const int ChunksPerBatch = 32;

    private Task<List<SegmentChunk>>? _next;

    /// <summary>Gives the next batch, empty at the end, and begins to read the one after it.</summary>
    public List<SegmentChunk> Next()
    {
        List<SegmentChunk> batch = (_next ?? Task.Run(Read)).GetAwaiter().GetResult();
        _next = batch.Count == 0 ? Task.FromResult(batch) : Task.Run(Read);
        return batch;
    }

    /// <summary>Gives a batch back once nobody uses it any more.</summary>
    public void Recycle(List<SegmentChunk> batch)
    {
        lock (reader)
        {
            batch.ForEach(reader.Recycle);
        }
    }

    private List<SegmentChunk> Read()
    {
        var batch = new List<SegmentChunk>(ChunksPerBatch);
        while (batch.Count < ChunksPerBatch)
        {
            lock (reader)
            {
                if (reader.Read() is not { } chunk)
                {
                    break;
                }

                batch.Add(chunk);
            }
        }

        return batch;
    }
}
