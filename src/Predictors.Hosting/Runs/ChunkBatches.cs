using Predictors.Traces;

namespace Predictors.Hosting;

/// <summary>Reads a trace in batches of chunks, the next one while the last one is replayed: each chunk is decoded once, for all predictors.</summary>
internal sealed class ChunkBatches(ITraceReader reader) : IDisposable
{
    private const int ChunksPerBatch = 32;

    private Task<List<SegmentChunk>>? _next;

    /// <summary>
    /// Where the trace begins, in ns, as far as its first batch tells: what the reader itself says may change while it reads ahead.
    /// </summary>
    public long FirstNs { get; private set; }

    /// <summary>Gives the next batch, empty at the end, and begins to read the one after it.</summary>
    public List<SegmentChunk> Next()
    {
        if (_next is null)
        {
            _next = Task.Run(Read);
            _next.GetAwaiter().GetResult();
            FirstNs = reader.Inspection.FirstNs;
        }

        List<SegmentChunk> batch = _next.GetAwaiter().GetResult();
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

    /// <summary>Waits for the reading ahead to end: nobody but the caller uses the reader from then on.</summary>
    public void Dispose()
    {
        try
        {
            _next?.Wait();
        }
        catch (AggregateException)
        {
            // The batch was not asked for any more.
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
