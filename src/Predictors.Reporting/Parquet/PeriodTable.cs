using Predictors.Abstractions;
using Predictors.IdlePath;

namespace Predictors.Reporting;

/// <summary>
/// Writes every idle period of a replay as a row of Parquet, while it is replayed: what the predictor was told, what it answered, what
/// happened, and every account. The accounts of the scored periods add up to the run's, apart from <c>agentNs</c>, which no period has.
/// </summary>
public sealed class PeriodTable : IReplayObserver
{
    private readonly ParquetTable<ReplayedPeriod> _table;

    /// <summary>Begins a table.</summary>
    /// <param name="parquet">Where to; left open.</param>
    public PeriodTable(Stream parquet)
        : this(parquet, ParquetTable<ReplayedPeriod>.GroupRows)
    {
    }

    internal PeriodTable(Stream parquet, int groupRows)
    {
        ArgumentNullException.ThrowIfNull(parquet);
        _table = new ParquetTable<ReplayedPeriod>(
            parquet,
            [
                new ValueColumn<ReplayedPeriod, int>("vcpu", (in p) => p.Entry.Vcpu),
                Ns("entryNs", (in p) => p.Entry.NowNs),
                Known("busyNs", (in p) => p.Entry.BusyNs),
                Known("nextTimerNs", (in p) => p.Entry.NextTimerNs),
                Ns("windowNs", (in p) => p.WindowNs),
                Ns("arrivalNs", (in p) => p.ArrivalNs),
                Text("cause", (in p) => WakeCauseNames.Of(p.Exit.Cause)),
                Text("outcome", (in p) => KebabText.Of(p.Outcome)),
                Flag("caught", (in p) => p.Exit.Caught),
                Flag("taskRan", (in p) => p.Exit.TaskRan),
                Flag("scored", (in p) => p.IsScored),
                Ns("idleNs", (in p) => p.Exit.IdleNs),
                Ns("polledNs", (in p) => p.Exit.PolledNs),
                Ns("haltNs", (in p) => p.Exit.HaltNs),
                Ns("guestPollCaughtNs", (in p) => p.Accounts.GuestPollCaughtNs),
                Ns("guestPollFailedNs", (in p) => p.Accounts.GuestPollFailedNs),
                Ns("transitionNs", (in p) => p.Accounts.TransitionNs),
                Ns("hostPollCaughtNs", (in p) => p.Accounts.HostPollCaughtNs),
                Ns("hostPollFailedNs", (in p) => p.Accounts.HostPollFailedNs),
                Ns("blockedNs", (in p) => p.Accounts.BlockedNs),
                Ns("wakeUpOverheadNs", (in p) => p.Accounts.WakeUpOverheadNs),
                Ns("wakerIpiNs", (in p) => p.Accounts.WakerIpiNs),
                Ns("housekeepingNs", (in p) => p.Accounts.HousekeepingNs),
                Ns("siblingNs", (in p) => p.Accounts.SiblingNs),
                Ns("wasteNs", (in p) => p.Cost.WasteNs),
                Ns("latencyNs", (in p) => p.Cost.LatencyNs),
            ],
            groupRows);
    }

    /// <inheritdoc/>
    public void Observe(in ReplayedPeriod period) => _table.Add(in period);

    /// <summary>Writes the end of the file; without it there is no table.</summary>
    /// <param name="report">The report of the replay.</param>
    /// <param name="manifest">What it was made with, or null to leave it out.</param>
    public void Complete(ReplayReport report, RunManifest? manifest)
    {
        ArgumentNullException.ThrowIfNull(report);
        _table.Complete(ParquetMetadata.Of(report.WriteMembers, manifest));
    }

    private static ValueColumn<ReplayedPeriod, long> Ns(string name, ColumnValue<ReplayedPeriod, long> value) => new(name, value);

    private static ValueColumn<ReplayedPeriod, bool> Flag(string name, ColumnValue<ReplayedPeriod, bool> value) => new(name, value);

    private static TextColumn<ReplayedPeriod> Text(string name, ColumnValue<ReplayedPeriod, string> value) => new(name, value);

    private static OptionalColumn<ReplayedPeriod, long> Known(string name, ColumnValue<ReplayedPeriod, long> value) =>
        new(name, (in p) => value(in p) is var ns and not IdleEntry.UnknownNs ? ns : null);
}
