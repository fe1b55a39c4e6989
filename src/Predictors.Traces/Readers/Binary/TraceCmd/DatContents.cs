using Predictors.Traces.Readers.Binary.Formats;

namespace Predictors.Traces.Readers.Binary.TraceCmd;

/// <summary>What the headers of a .dat file say.</summary>
internal sealed class DatContents
{
    /// <summary>The formats and the kernel's addresses.</summary>
    public TracingData Tracing { get; } = new();

    /// <summary>The buffers, the first of which is the recorder's main one.</summary>
    public List<DatBuffer> Buffers { get; } = [];

    /// <summary>The clock, or <c>unknown</c>.</summary>
    public string Clock { get; set; } = "unknown";

    /// <summary>How TSC ticks become ns; null where the file does not say.</summary>
    public TscScale? TscScale { get; set; }

    /// <summary>How a guest's times become its host's; null where the file does not say.</summary>
    public TimeShift? TimeShift { get; set; }
}
