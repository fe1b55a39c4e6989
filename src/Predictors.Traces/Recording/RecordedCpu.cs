namespace Predictors.Traces;

/// <summary>What was recorded of one CPU.</summary>
/// <param name="Cpu">The CPU.</param>
/// <param name="Bytes">Bytes of its ring buffer that were read.</param>
/// <param name="LostEvents">Events that the kernel counts as overwritten or dropped.</param>
public sealed record RecordedCpu(int Cpu, long Bytes, long LostEvents);
