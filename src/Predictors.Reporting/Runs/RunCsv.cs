using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>The columns of a result, named as in the JSON with the inner object's name in front.</summary>
internal static class RunCsv
{
    public static IReadOnlyList<CsvColumn<Score>> Columns { get; } =
    [
        new("predictor", s => s.Contender.Predictor),
        new("parameters", s => s.Contender.ParameterText),
        new("trace", s => s.Trace.Name),
        new("traceSha256", s => s.Trace.Sha256),
        new("idlePeriods", s => CsvTable.Number(s.Result.IdlePeriods)),
        new("caught", s => CsvTable.Number(s.Result.Caught)),
        new("abandoned", s => CsvTable.Number(s.Result.Abandoned)),
        new("halts", s => CsvTable.Number(s.Result.Halts)),
        new("hostCaught", s => CsvTable.Number(s.Result.HostCaught)),
        new("ipisSent", s => CsvTable.Number(s.Result.IpisSent)),
        new("ipisSpared", s => CsvTable.Number(s.Result.IpisSpared)),
        new("guestPollNs", s => CsvTable.Number(s.Result.Accounts.GuestPollNs)),
        new("guestPollFailedNs", s => CsvTable.Number(s.Result.Accounts.GuestPollFailedNs)),
        new("hostPollNs", s => CsvTable.Number(s.Result.Accounts.HostPollNs)),
        new("overheadNs", s => CsvTable.Number(s.Result.Accounts.OverheadNs)),
        new("wasteNs", s => CsvTable.Number(s.Result.Accounts.WasteNs)),
        new("wastePercent", s => CsvTable.Defined(s.WastePercent)),
        new("exitsHlt", s => CsvTable.Number(s.Result.Exits.Hlt)),
        new("exitsTimerWrite", s => CsvTable.Number(s.Result.Exits.TimerWrite)),
        new("exitsIpi", s => CsvTable.Number(s.Result.Exits.Ipi)),
        new("exitsTimerExpiry", s => CsvTable.Number(s.Result.Exits.TimerExpiry)),
        new("exitsTotal", s => CsvTable.Number(s.Result.Exits.Total)),
        new("latencyCount", s => CsvTable.Number(s.Result.Latency.Count)),
        new("latencyMeanNs", s => CsvTable.WholeNs(s.Result.Latency.MeanNs)),
        new("latencyP50Ns", s => CsvTable.Number(s.Result.Latency.PercentileNs(0.5))),
        new("latencyP90Ns", s => CsvTable.Number(s.Result.Latency.PercentileNs(0.9))),
        new("latencyP99Ns", s => CsvTable.Number(s.Result.Latency.PercentileNs(0.99))),
        new("latencyP999Ns", s => CsvTable.Number(s.Result.Latency.PercentileNs(0.999))),
        new("latencyMaxNs", s => CsvTable.Number(s.Result.Latency.MaxNs)),
        new("latencyTotalNs", s => CsvTable.Number(s.Result.Latency.TotalNs)),
        new("costNs", s => CsvTable.WholeNs(s.CostNs)),
        new("clairvoyantCostNs", s => CsvTable.WholeNs(s.ClairvoyantCostNs)),
        new("regret", s => CsvTable.Defined(s.Regret)),
        new("exitsPauseLoop", s => CsvTable.Number(s.Result.Exits.PauseLoop)),
        new("wakerIpiNs", s => CsvTable.Number(s.Result.Accounts.WakerIpiNs)),
        new("housekeepingNs", s => CsvTable.Number(s.Result.Accounts.HousekeepingNs)),
        new("siblingNs", s => CsvTable.Number(s.Result.Accounts.SiblingNs)),
        new("agentNs", s => CsvTable.Number(s.Result.Accounts.AgentNs)),
    ];
}
