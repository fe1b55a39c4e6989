namespace Predictors.Traces.Opening;

/// <summary>What a trace file is.</summary>
internal enum FileKind
{
    Recording,
    Packed,
    Csv,
}
