using Predictors.Ranking;
using Column = Predictors.Reporting.TableColumn<Predictors.Ranking.Score>;

namespace Predictors.Reporting;

/// <summary>The columns of a result, named as in the JSON with the inner object's name in front.</summary>
internal static class RunColumns
{
    public static IReadOnlyList<TableColumn<Score>> All { get; } =
    [
        Column.Text("predictor", s => s.Contender.Predictor),
        Column.Text("parameters", s => s.Contender.ParameterText),
        Column.Text("trace", s => s.Trace.Name),
        Column.Text("traceSha256", s => s.Trace.Sha256),
        Column.Whole("idlePeriods", s => s.Result.IdlePeriods),
        Column.Whole("caught", s => s.Result.Caught),
        Column.Whole("abandoned", s => s.Result.Abandoned),
        Column.Whole("halts", s => s.Result.Halts),
        Column.Whole("hostCaught", s => s.Result.HostCaught),
        Column.Whole("ipisSent", s => s.Result.IpisSent),
        Column.Whole("ipisSpared", s => s.Result.IpisSpared),
        Column.Whole("guestPollNs", s => s.Result.Accounts.GuestPollNs),
        Column.Whole("guestPollFailedNs", s => s.Result.Accounts.GuestPollFailedNs),
        Column.Whole("hostPollNs", s => s.Result.Accounts.HostPollNs),
        Column.Whole("overheadNs", s => s.Result.Accounts.OverheadNs),
        Column.Whole("wasteNs", s => s.Result.Accounts.WasteNs),
        Column.Number("wastePercent", s => s.WastePercent),
        Column.Whole("exitsHlt", s => s.Result.Exits.Hlt),
        Column.Whole("exitsTimerWrite", s => s.Result.Exits.TimerWrite),
        Column.Whole("exitsIpi", s => s.Result.Exits.Ipi),
        Column.Whole("exitsTimerExpiry", s => s.Result.Exits.TimerExpiry),
        Column.Whole("exitsTotal", s => s.Result.Exits.Total),
        Column.Whole("latencyCount", s => s.Result.Latency.Count),
        Column.WholeNs("latencyMeanNs", s => s.Result.Latency.MeanNs),
        Column.Whole("latencyP50Ns", s => s.Result.Latency.PercentileNs(0.5)),
        Column.Whole("latencyP90Ns", s => s.Result.Latency.PercentileNs(0.9)),
        Column.Whole("latencyP99Ns", s => s.Result.Latency.PercentileNs(0.99)),
        Column.Whole("latencyP999Ns", s => s.Result.Latency.PercentileNs(0.999)),
        Column.Whole("latencyMaxNs", s => s.Result.Latency.MaxNs),
        Column.Whole("latencyTotalNs", s => s.Result.Latency.TotalNs),
        Column.WholeNs("costNs", s => s.CostNs),
        Column.WholeNs("clairvoyantCostNs", s => s.AgainstBound ? s.ClairvoyantCostNs : null),
        Column.Number("regret", s => s.Regret),
        Column.Whole("exitsPauseLoop", s => s.Result.Exits.PauseLoop),
        Column.Whole("wakerIpiNs", s => s.Result.Accounts.WakerIpiNs),
        Column.Whole("housekeepingNs", s => s.Result.Accounts.HousekeepingNs),
        Column.Whole("siblingNs", s => s.Result.Accounts.SiblingNs),
        Column.Whole("agentNs", s => s.Result.Accounts.AgentNs),
        Column.Flag("trainedHere", s => s.Result.TrainedHere),
    ];
}
