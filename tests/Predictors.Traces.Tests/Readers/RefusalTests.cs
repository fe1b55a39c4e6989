using System.Text;

namespace Predictors.Traces.Tests.Readers;

[TestFixture]
public sealed class RefusalTests
{
    [TestCase("", "empty")]
    [TestCase("# tracer: nop\n#\n\n", "holds no events")]
    [TestCase("Dear all,\nsee below\n", "line 1: An event line of ftrace, trace-cmd report, perf script or babeltrace2 was expected in the first 200 lines; this one is: Dear all,")]
    [TestCase("\0\u0001\u0002", "Binary data in a format that is not known.")]
    [TestCase("\n\u0012\0\u0001", "Perfetto")]
    [TestCase("PK\u0003\u0004", "zip")]
    [TestCase("BZh91AY", "bzip2")]
    [TestCase("{\"traceEvents\": [{\"name\": \"systemTraceEvents\"}]}", "no string systemTraceEvents")]
    [TestCase("{\"systemTraceEvents\": \"# tracer: nop\\n", "ends inside the string systemTraceEvents")]
    [TestCase("<!DOCTYPE html>\n<html><body>\n</body></html>\n", "holds no events")]
    public void File_OfAnotherKind_IsRefusedWithTheReason(string text, string reason)
    {
        TraceFormatException error = Assert.Throws<TraceFormatException>(() => Recording.Of(text))!;

        Assert.That(error.Message, Does.StartWith("trace.txt").And.Contains(reason));
        Assert.That(error.Message, Does.Not.Contain("\n"));
    }

    [Test]
    public void Recording_WithoutIdle_IsRefusedAtItsEnd()
    {
        TraceFormatException error = Assert.Throws<TraceFormatException>(
            () => Recording.Of("            bash-19097   [001] d..2.  1451.908697: local_timer_entry: vector=236\n"))!;

        Assert.That(error.Message, Does.Contain("None of the 1 events is cpu_idle or sched_switch"));
    }

    [Test]
    public void Path_MissingOrDirectory_IsRefused()
    {
        string missing = Path.Combine(TestContext.CurrentContext.TestDirectory, "no-such-trace.txt");

        Assert.That(Open(missing), Is.EqualTo($"{missing}: There is no such file."));
        Assert.That(Open(TestContext.CurrentContext.TestDirectory), Does.EndWith("this is a directory."));
        Assert.That(Open("a\0b"), Does.StartWith("a\0b: "));

        static string Open(string path) =>
            Assert.Throws<TraceFormatException>(() => KernelEventReaders.Open(path, new KernelEventReaderOptions()))!.Message;
    }

    [Test]
    public void Utf16_Text_IsRefused()
    {
        byte[] bytes = Encoding.Unicode.GetBytes("            bash-19097   [001] d..2.  1451.908697: cpu_idle: state=1 cpu_id=1\n");

        Assert.That(Assert.Throws<TraceFormatException>(() => Recording.Of(bytes))!.Message, Does.Contain("Binary data"));
    }
}
