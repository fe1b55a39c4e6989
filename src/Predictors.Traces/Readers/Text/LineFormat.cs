namespace Predictors.Traces.Readers.Text;

/// <summary>How the lines of a recording are laid out.</summary>
internal enum LineFormat
{
    /// <summary>As the kernel or <c>trace-cmd report</c> writes them.</summary>
    Ftrace,

    /// <summary>As <c>perf script</c> writes them.</summary>
    PerfScript,

    /// <summary>As <c>babeltrace2</c> writes those of LTTng.</summary>
    Babeltrace,
}
