namespace Predictors.Reporting;

/// <summary>A decision that the recording kernel and the predictor made differently.</summary>
/// <param name="Vcpu">The vCPU.</param>
/// <param name="TimeNs">The instant on the trace's clock, in ns.</param>
/// <param name="Place">Where the kernel's decision stands in the file, such as <c>line 12</c>.</param>
/// <param name="RecordedNs">The kernel's poll window, in ns.</param>
/// <param name="PredictedNs">The predictor's poll window, in ns.</param>
public sealed record DifferentDecision(int Vcpu, long TimeNs, string Place, long RecordedNs, long PredictedNs);
