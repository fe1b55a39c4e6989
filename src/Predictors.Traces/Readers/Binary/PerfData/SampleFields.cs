namespace Predictors.Traces.Readers.Binary.PerfData;

/// <summary>What a sample may hold (<c>PERF_SAMPLE_*</c>).</summary>
[Flags]
internal enum SampleFields : ulong
{
    None = 0,
    Ip = 1 << 0,
    Tid = 1 << 1,
    Time = 1 << 2,
    Address = 1 << 3,
    Read = 1 << 4,
    CallChain = 1 << 5,
    Id = 1 << 6,
    Cpu = 1 << 7,
    Period = 1 << 8,
    StreamId = 1 << 9,
    Raw = 1 << 10,
    Identifier = 1 << 16,
}
