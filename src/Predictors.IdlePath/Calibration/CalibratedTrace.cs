namespace Predictors.IdlePath;

/// <summary>A trace that a profile was fitted on.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Format">Its format in words.</param>
/// <param name="SourceSha256">The SHA-256 of the recording.</param>
/// <param name="Segments">How many idle segments it holds.</param>
/// <param name="HasEvents">Whether it is a recording of kernel events; of other formats only the segments are known.</param>
public sealed record CalibratedTrace(string Name, string Format, string SourceSha256, long Segments, bool HasEvents);
