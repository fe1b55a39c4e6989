namespace Predictors.Traces.Readers.Binary.TraceCmd;

/// <summary>Where the pages of one CPU stand in the file.</summary>
/// <param name="Cpu">The CPU.</param>
/// <param name="Offset">Where they begin.</param>
/// <param name="Size">How many bytes they take; of packed pages some writers leave out the first four.</param>
internal readonly record struct CpuArea(int Cpu, long Offset, long Size);
