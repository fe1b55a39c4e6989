namespace Predictors.Traces;

/// <summary>Makes idle segments of kernel events.</summary>
internal interface IEventImporter
{
    /// <summary>What was found.</summary>
    TraceInspection Inspection { get; }

    /// <summary>Empty chunks.</summary>
    ChunkPool Pool { get; }

    /// <summary>Chunks that are ready.</summary>
    Queue<SegmentChunk> Full { get; }

    /// <summary>Takes the next events, in file order.</summary>
    void Import(ReadOnlySpan<KernelEvent> events);

    /// <summary>Ends the recording.</summary>
    void Complete();
}
