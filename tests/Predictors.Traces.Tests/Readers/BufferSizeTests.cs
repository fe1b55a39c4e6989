using System.Text;

namespace Predictors.Traces.Tests.Readers;

[TestFixture]
public sealed class BufferSizeTests
{
    private const string Text =
        """
        # tracer: nop
        ##### CPU 1 buffer started ####
                  <idle>-0       [000] d.h3.  3461.851745: sched_waking: comm=cli-7 pid=6679 prio=120 target_cpu=000

        CPU:1 [LOST 4044 EVENTS]
        not an event
                  <idle>-0       [000] d..1.  3461.851924: cpu_idle: state=1 cpu_id=0
        """;

    private static readonly string[] Wrappings = [Text, "<html>\n<script class=\"trace-data\">\n" + Text + "\n</script>\n", Text.Replace("\n", "\r\n")];

    [Test]
    public void Events_OfAnyBufferSize_AreTheSame([ValueSource(nameof(Wrappings))] string text)
    {
        // What the reader looks at ahead does not depend on its buffer; long text in front puts the events behind that.
        string front = string.Concat(Enumerable.Repeat("          <idle>-0       [000] d..1.  3461.851745: cpu_idle: state=1 cpu_id=0\n", 60_000));
        byte[] bytes = Encoding.UTF8.GetBytes(text.Replace("# tracer: nop", "# tracer: nop\n" + front));
        string[] expected = [.. Tail(Recording.Of(bytes, bufferBytes: 1 << 20, batch: 4096))];
        Assert.That(expected[5], Does.StartWith("CpuIdle cpu0").And.Contains(" @600"));
        Assert.That(expected[^1], Is.EqualTo("60004"));

        for (int bufferBytes = 1; bufferBytes < 400; bufferBytes += 1 + (bufferBytes / 12))
        {
            Assert.That(Tail(Recording.Of(bytes, bufferBytes: bufferBytes, batch: 4096)), Is.EqualTo(expected), $"buffer of {bufferBytes}");
        }
    }

    private static IEnumerable<string> Tail(Recording recording) =>
        [.. recording.Events.TakeLast(6).Select(Recording.Line), .. recording.Inspection.UnparsedExamples, $"{recording.Events.Count}"];
}
