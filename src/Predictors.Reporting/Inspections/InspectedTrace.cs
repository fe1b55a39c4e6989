using Predictors.Traces;

namespace Predictors.Reporting;

/// <summary>A trace that was read to its end.</summary>
/// <param name="Header">What was known before.</param>
/// <param name="Inspection">What was found.</param>
/// <param name="Guests">The guests in the recording, where it is a KVM host's.</param>
public sealed record InspectedTrace(TraceHeader Header, TraceInspection Inspection, IReadOnlyList<RecordedGuest> Guests)
{
    /// <summary>A trace of a machine that hosts no guests.</summary>
    /// <param name="header">What was known before.</param>
    /// <param name="inspection">What was found.</param>
    public InspectedTrace(TraceHeader header, TraceInspection inspection)
        : this(header, inspection, [])
    {
    }
}
