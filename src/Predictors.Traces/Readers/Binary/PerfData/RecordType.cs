namespace Predictors.Traces.Readers.Binary.PerfData;

/// <summary>The records of perf's files that are looked at.</summary>
internal enum RecordType : uint
{
    Lost = 2,
    TaskName = 3,
    Sample = 9,
    LostSamples = 13,
    Attribute = 64,
    TracingData = 66,
    FinishedRound = 68,
    AuxTrace = 71,
    Compressed = 81,
    CompressedAligned = 83,
}
