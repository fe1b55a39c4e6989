namespace Predictors.Traces.Readers.Text;

/// <summary>What the first lines of a recording show of its layout.</summary>
/// <param name="Format">How its lines are laid out.</param>
/// <param name="Form">What the time column holds.</param>
/// <param name="FirstEventLine">The line of the first event.</param>
internal sealed record TextLayout(LineFormat Format, TimeForm Form, long FirstEventLine)
{
    /// <summary>Whether lines stand before the first event that only <c>trace-cmd report</c> writes.</summary>
    public bool FromTraceCmd { get; init; }

    /// <summary>The format in words.</summary>
    public string Name =>
        Format == LineFormat.PerfScript ? "perf script text"
        : Format == LineFormat.Babeltrace ? "babeltrace2 text"
        : Form == TimeForm.Microseconds ? "ftrace text, latency format"
        : FromTraceCmd ? "trace-cmd report"
        : "ftrace text";
}
