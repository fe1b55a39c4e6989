namespace Predictors.Reporting;

/// <summary>A predictor in the picture of CPU waste versus wake-up latency.</summary>
/// <param name="Contender">Its place in <see cref="HtmlPage.Contenders"/>.</param>
/// <param name="WastePercent">Its CPU waste in % of span x vCPUs.</param>
/// <param name="LatencyNs">Its mean wake-up latency in ns.</param>
/// <param name="OnFront">Whether no other one in the picture is at least as good in both and better in one.</param>
public readonly record struct FrontContender(int Contender, double WastePercent, double LatencyNs, bool OnFront);
