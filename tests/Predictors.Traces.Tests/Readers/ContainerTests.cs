using System.IO.Compression;
using System.Text;

namespace Predictors.Traces.Tests.Readers;

[TestFixture]
public sealed class ContainerTests
{
    private const string First = "          <idle>-0     (-----) [006] d..2   538.064674: cpu_idle: state=2 cpu_id=6";
    private const string Second = "kworker/u17:1-959   (  959) [006] d..3   538.064675: tracing_mark_write: B|1|\"\\ t";

    [Test]
    public void Html_WithScriptBlocks_GivesTheFtraceTextWithTheFilesLineNumbers()
    {
        Recording recording = Recording.Of(
            $$"""
            <!DOCTYPE html>
            <html><script>
            # tracer: is what the viewer looks for
            var els = document.body.querySelectorAll('.trace-data');
            </script>
              <script class="trace-data" type="application/text">
            PROCESS DUMP
            root 1 0
              </script>
              <script class="trace-data" type="application/text">
            # tracer: nop
            {{First}}
            {{Second}}
              </script>
              <script class="trace-data" type="application/text">
            {"traceEvents": []}
              </script>
            </html>
            """);

        Assert.That(recording.Lines, Is.EqualTo(["CpuIdle cpu6 pid0 538064674000 2 6 0 @12", "Other cpu6 pid959 538064675000 0 0 0 @13"]));
        Assert.That(recording.Inspection.UnparsedLines, Is.Zero);
        Assert.That(recording.Reader.Format, Is.EqualTo("systrace HTML"));
    }

    [Test]
    public void Html_WithJavaScriptString_IsUnescaped()
    {
        Recording recording = Recording.Of(
            "<html>\n<script>\n  var linuxPerfData = \"\\\n# tracer: nop\\n\\\n"
            + "          <idle>-0     [006]   538.064674: cpu_idle: state=2 cpu_id=6\\n\\\n"
            + "          a\\\"\\\\b-7     [006]   538.064674: sched_wakeup: comm=\\\"b pid=5 prio=1 target_cpu=001\\n\\\n"
            + "CPU:6 [LOST EVENTS]\\n\\\n\";\n</script></html>\n");

        Assert.That(recording.Lines, Is.EqualTo(
        [
            "CpuIdle cpu6 pid0 538064674000 2 6 0 @5",
            "SchedWakeup cpu6 pid7 538064674000 5 1 0 @6",
            "LostEvents cpu6 pid-1 538064674000 -1 0 0 @7",
        ]));
        Assert.That(recording.Inspection.UnparsedLines, Is.Zero);
    }

    [Test]
    public void Html_WithLongLineOutsideTheTrace_IsRead()
    {
        Recording recording = Recording.Of(
            $"<html>\n{new string('x', 100_000)}\n<script class=\"trace-data\">\n# tracer: nop\n{First}\n{First}\n</script>\n{new string('x', 100_000)}\n");

        Assert.That(recording.Events.Select(e => e.Place), Is.EqualTo([5, 6]));
    }

    [TestCase("TRACE:\n", 2)]
    [TestCase("capturing trace... done\nTRACE:\n", 3)]
    public void Atrace_Text_IsRead(string before, int line)
    {
        Recording recording = Recording.Of($"{before}{First}\n");

        Assert.That(recording.Events.Single().Place, Is.EqualTo(line));
        Assert.That(recording.Reader.Format, Is.EqualTo("atrace"));
    }

    [Test]
    public void Atrace_Zlib_IsRead()
    {
        byte[] packed = [.. "TRACE:\n"u8, .. Zlib($"# tracer: nop\n{First}\n")];

        Assert.That(Recording.Of(packed).Lines, Is.EqualTo(["CpuIdle cpu6 pid0 538064674000 2 6 0 @2"]));
        Assert.That(
            Assert.Throws<TraceFormatException>(() => Recording.Of(packed[..^5]))!.Message, Does.Contain("zlib data is cut short"));
    }

    [Test]
    public void Json_WithSystemTraceEvents_IsUnescaped()
    {
        Recording recording = Recording.Of(
            "{\"traceEvents\": [{\"name\": \"\\\"systemTraceEvents\\\": \"}, \"systemTraceEvents\"],\n \"systemTraceEvents\" : \"# tracer: nop\\n"
            + "          a\\u0022\\/\\\"b-7     [006]   538.064674: cpu_idle: state=2 cpu_id=6\\n\", \"metadata\": {}}");

        Assert.That(recording.Lines, Is.EqualTo(["CpuIdle cpu6 pid7 538064674000 2 6 0 @2"]));
        Assert.That(recording.Reader.Format, Is.EqualTo("Chrome JSON with ftrace text"));
    }

    [Test]
    public void Text_WithByteOrderMark_IsRead() =>
        Assert.That(Recording.Of("\uFEFF# a=1\n" + First).Reader.Settings, Is.EqualTo(new Dictionary<string, string> { ["a"] = "1" }));

    private static byte[] Zlib(string text)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
