using System.Text.Json;
using Predictors.Traces.Native;
using Predictors.Traces.Tests.Readers;

namespace Predictors.Traces.Tests.Conversion;

public sealed class RealRecordingTests
{
    private static readonly TraceFileOptions Options = new() { ClockHz = 2_450_000_000 };

    [TestCase("traces-raw/cyclictest-1000us-tsc.txt.gz")]
    [TestCase("traces-raw/java-closed-4x4ms.perf-script.txt.zst")]
    [TestCase("traces-raw/java-closed-4x4ms.perf.data.zst")]
    [TestCase("traces-raw/memcached-open-1000-v7.dat")]
    [TestCase("traces-raw/pgbench-r150-v6.dat.zst")]
    [TestCase("traces-raw/memcached-open-3000-hrtimers.txt.zst")]
    [TestCase("traces-raw/tcp-rr-pinned.txt.gz")]
    [TestCase("governor-traces/guest-s1-haltpoll.txt.zst")]
    public void Convert_TextToPackedToCsvAndBack_KeepsEverySegment(string name)
    {
        string recording = SharedRecordings.Find(name);
        using var folder = new TemporaryFolder();
        Convert(recording, folder["1.wake"], TraceOutputFormat.Packed);
        Convert(folder["1.wake"], folder["2.csv"], TraceOutputFormat.Csv);
        Convert(folder["2.csv"], folder["3.wake"], TraceOutputFormat.Packed);

        Trace text = Read(recording);
        Trace packed = Read(folder["1.wake"]);
        Trace csv = Read(folder["2.csv"]);
        Trace again = Read(folder["3.wake"]);

        Assert.Multiple(() =>
        {
            Assert.That(text.Rows, Has.Count.GreaterThan(1000));
            Assert.That(packed.Rows.SequenceEqual(text.Rows));
            Assert.That(csv.Rows.SequenceEqual(text.Rows));
            Assert.That(again.Rows.SequenceEqual(text.Rows));
            Assert.That(packed.Inspection, Is.EqualTo(text.Inspection));
            Assert.That(csv.Span, Is.EqualTo(text.Span));
            Assert.That(again.Span, Is.EqualTo(text.Span));
            Assert.That(again.Header.SourceSha256, Is.EqualTo(text.Header.Sha256.Digits));
            Assert.That(again.Header.SourceFormat, Is.EqualTo(text.Header.Format));
            Assert.That(again.Header.SourceName, Is.EqualTo(text.Header.Name));
        });
    }

    private static void Convert(string from, string to, TraceOutputFormat format)
    {
        using ITraceReader reader = TraceFile.Open(from, Options);
        TraceConverter.Convert(reader, to, format);
    }

    private static Trace Read(string path)
    {
        using ITraceReader reader = TraceFile.Open(path, Options);
        List<TraceRow> rows = RowReader.ReadAll(reader);
        TraceInspection found = reader.Inspection;
        string json = JsonSerializer.Serialize(InspectionDocument.Of(found), InspectionJson.Default.InspectionDocument);
        return new Trace(reader.Header, rows, json, $"{found.FirstNs} to {found.LastNs}, vCPUs {string.Join(' ', found.Vcpus.Keys)}");
    }

    private sealed record Trace(TraceHeader Header, List<TraceRow> Rows, string Inspection, string Span);
}
