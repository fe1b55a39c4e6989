using System.Text.Json;
using Predictors.Traces;

namespace Predictors.Reporting.Tests;

public class SegmentTableTests
{
    private const string EveryColumn = """
        # clock=mono
        vcpu,enter_ns,exit_ns,arrival_ns,arrival_basis,cause,waker_vcpu,waker_ns,next_timer_ns,task_ran,timer_writes,state,window_ns,timer_kind,armed_vcpu,armed_ns,timer_length_ns,after_gap
        0,1000,1500,1400,measured,timer,,,700,1,2,1,200000,relative,1,900,500,0
        0,2000,72000,71000,estimated,reschedule-ipi,1,70000,,0,0,,,,,,,1
        0,80000,80100,,,,,,,1,3,0,0,tick,0,79000,1000,0

        """;

    [Test]
    public async Task Write_EveryColumn_IsReadBackAsItWasRecorded()
    {
        ParquetContent parquet = await ParquetContent.Read(Write(EveryColumn, groupRows: 2, out _));

        Assert.That(parquet.GroupRows, Is.EqualTo((long[])[2, 1]));
        Assert.That(
            parquet.Columns.Select(c => $"{c.Key}: {string.Join(' ', c.Value.Select(v => v ?? "null"))}"),
            Is.EqualTo(
            [
                "vcpu: 0 0 0", "entryNs: 1000 2000 80000", "exitNs: 1500 72000 80100", "afterGap: False True False",
                "arrivalNs: 1400 71000 null", "arrivalBasis: measured estimated unknown", "cause: timer reschedule-ipi unknown",
                "wakerVcpu: null 1 null", "wakerNs: null 70000 null", "nextTimerNs: 700 null null", "taskRan: True False True",
                "timerWrites: 2 0 3", "state: 1 null 0", "recordedWindowNs: 200000 null 0", "tick: False False True", "relativeTimer: True False False",
                "armedVcpu: 1 null 0", "armedNs: 900 null 79000", "timerLengthNs: 500 null 1000",
            ]));
    }

    [Test]
    public async Task Write_OnlyWhatMustBeThere_HasNoColumnMore()
    {
        byte[] file = Write("vcpu,enter_ns,exit_ns\n3,10,20\n", groupRows: 2, out long segments);
        ParquetContent parquet = await ParquetContent.Read(file);

        Assert.That(segments, Is.EqualTo(1));
        Assert.That(parquet.Columns.Keys, Is.EqualTo((string[])["vcpu", "entryNs", "exitNs", "afterGap"]));
        Assert.That(parquet.Columns["vcpu"], Is.EqualTo((int[])[3]));
    }

    [Test]
    public async Task Write_Metadata_NamesTheTrace()
    {
        ParquetContent parquet = await ParquetContent.Read(Write(EveryColumn, groupRows: 4, out _));

        JsonElement trace = JsonDocument.Parse(parquet.Metadata["predictors"]).RootElement.GetProperty("trace");
        Assert.That(trace.GetProperty("clock").GetString(), Is.EqualTo("mono"));
        Assert.That(trace.GetProperty("segments").GetInt64(), Is.EqualTo(3));
        Assert.That((trace.GetProperty("firstNs").GetInt64(), trace.GetProperty("lastNs").GetInt64()), Is.EqualTo((1_000, 80_100)));
    }

    private static byte[] Write(string csv, int groupRows, out long segments)
    {
        string path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"segments-{Guid.NewGuid()}.csv");
        File.WriteAllText(path, csv);
        try
        {
            using ITraceReader trace = TraceFile.Open(path, new TraceFileOptions());
            using var parquet = new MemoryStream();
            segments = SegmentTable.Write(parquet, trace, manifest: null, groupRows, CancellationToken.None);
            return parquet.ToArray();
        }
        finally
        {
            File.Delete(path);
        }
    }
}
