using Predictors.Traces;

namespace Predictors.Reporting;

/// <summary>A trace that was read to its end.</summary>
/// <param name="Header">What was known before.</param>
/// <param name="Inspection">What was found.</param>
/// <param name="Statistics">The lengths of its idle and busy periods.</param>
/// <param name="Guests">The guests in the recording, where it is a KVM host's.</param>
public sealed record InspectedTrace(
    TraceHeader Header, TraceInspection Inspection, TraceStatistics Statistics, IReadOnlyList<RecordedGuest> Guests);
