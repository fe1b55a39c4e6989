namespace Predictors.Traces.Readers.Binary.TraceCmd;

/// <summary>How the sections of a .dat file of version 7 are packed.</summary>
internal enum DatCompression
{
    None,
    Zlib,
    Zstd,
}
