namespace Predictors.Traces.Generators;

/// <summary>Requests that are handed to several vCPUs.</summary>
/// <param name="Leaves">How many vCPUs a request is handed to.</param>
/// <param name="Think">The law of the time from a reply to the next request.</param>
/// <param name="DispatchNs">The work of vCPU 0 before it wakes the others.</param>
/// <param name="Service">The law of the service time of each part.</param>
/// <param name="ReplyNs">The work of vCPU 0 once all parts are done.</param>
/// <param name="ExitLatencyNs">From arrival to idle exit.</param>
internal sealed record FanOutSettings(int Leaves, Law Think, long DispatchNs, Law Service, long ReplyNs, long ExitLatencyNs);
