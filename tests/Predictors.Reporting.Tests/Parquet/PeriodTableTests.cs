using System.Text.Json;
using Predictors.Abstractions;
using Predictors.IdlePath;

namespace Predictors.Reporting.Tests;

public class PeriodTableTests
{
    private static readonly ReplayReport s_report = new(Samples.Score(), Samples.Settings, 1, []);

    [TestCase(0, new int[0])]
    [TestCase(3, new[] { 3 })]
    [TestCase(8, new[] { 4, 4 })]
    [TestCase(9, new[] { 4, 4, 1 })]
    public async Task Observe_MoreThanAGroup_EachRowIsInOne(int periods, int[] groups)
    {
        ParquetContent parquet = await ParquetContent.Read(Write(periods));

        Assert.That(parquet.GroupRows, Is.EqualTo(groups));
        Assert.That(parquet.Columns["windowNs"], Is.EqualTo(Enumerable.Range(0, periods).Select(i => (long)i)));
    }

    [Test]
    public async Task Observe_APeriod_EveryMemberIsInItsColumn()
    {
        ParquetContent parquet = await ParquetContent.Read(Write(2));

        Assert.That(
            parquet.Columns.Select(c => $"{c.Key} {c.Value[1] ?? "null"}"),
            Is.EqualTo(
            [
                "vcpu 3", "entryNs 1000", "busyNs null", "nextTimerNs 17", "windowNs 1", "arrivalNs 45", "cause reschedule-ipi", "outcome host-caught",
                "caught False", "taskRan True", "scored True", "idleNs 60", "polledNs 5", "haltNs 55", "guestPollCaughtNs 11", "guestPollFailedNs 12",
                "transitionNs 13", "hostPollCaughtNs 14", "hostPollFailedNs 15", "blockedNs 16", "wakeUpOverheadNs 21", "wakerIpiNs 22",
                "housekeepingNs 23", "siblingNs 24", "wasteNs 31", "latencyNs 32",
            ]));
    }

    [Test]
    public async Task Complete_Metadata_IsTheReport()
    {
        ParquetContent parquet = await ParquetContent.Read(Write(1));

        JsonElement about = JsonDocument.Parse(parquet.Metadata["predictors"]).RootElement;
        Assert.That(about.GetProperty("traces")[0].GetProperty("sha256").GetString(), Is.EqualTo("aa11"));
        Assert.That(about.GetProperty("results")[0].GetProperty("predictor").GetString(), Is.EqualTo("fixed-window"));
    }

    [Test]
    public void Observe_TheSamePeriods_TheSameBytes() => Assert.That(Write(9), Is.EqualTo(Write(9)));

    private static byte[] Write(int periods)
    {
        using var file = new MemoryStream();
        var table = new PeriodTable(file, groupRows: 4);
        for (int i = 0; i < periods; i++)
        {
            table.Observe(Period(windowNs: i));
        }

        table.Complete(s_report, manifest: null);
        return file.ToArray();
    }

    private static ReplayedPeriod Period(long windowNs) => new()
    {
        Entry = new IdleEntry { Vcpu = 3, NowNs = 1_000, BusyNs = IdleEntry.UnknownNs, NextTimerNs = 17 },
        WindowNs = windowNs,
        Exit = new IdleExit(60, 5, 55, caught: false, WakeCause.RescheduleIpi, taskRan: true),
        ArrivalNs = 45,
        IsScored = true,
        Cost = new CostBlock(31, 32),
        Accounts = new PeriodAccounts
        {
            GuestPollCaughtNs = 11,
            GuestPollFailedNs = 12,
            TransitionNs = 13,
            HostPollCaughtNs = 14,
            HostPollFailedNs = 15,
            BlockedNs = 16,
            WakeUpOverheadNs = 21,
            WakerIpiNs = 22,
            HousekeepingNs = 23,
            SiblingNs = 24,
        },
    };
}
