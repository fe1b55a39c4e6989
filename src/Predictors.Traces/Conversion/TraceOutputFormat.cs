namespace Predictors.Traces;

/// <summary>What a trace can be converted to.</summary>
public enum TraceOutputFormat
{
    /// <summary>The packed format, <c>.wake</c>.</summary>
    Packed = 0,

    /// <summary>CSV.</summary>
    Csv = 1,
}
