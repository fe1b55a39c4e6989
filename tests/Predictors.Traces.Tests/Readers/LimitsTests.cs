namespace Predictors.Traces.Tests.Readers;

[TestFixture]
public sealed class LimitsTests
{
    private const string Good = "            bash-19097   [001] d..2.  1451.908697: cpu_idle: state=1 cpu_id=1\n";

    [TestCase("            bash-19097   [4294967295] d..2.  1451.908697: cpu_idle: state=1 cpu_id=1", "The line names a CPU above 8191")]
    [TestCase("            bash-19097   [8192] d..2.  1451.908697: cpu_idle: state=1 cpu_id=1", "The line names a CPU above 8191")]
    [TestCase("            bash-19097   [000] d..2.  1451.908697: cpu_idle: state=1 cpu_id=8192", "The line names a CPU above 8191")]
    [TestCase("            bash-19097   [000] d..2.  1451.908697: sched_waking: comm=a pid=1 prio=1 target_cpu=4294967295", "The line names a CPU above 8191")]
    [TestCase("CPU:4294967295 [LOST EVENTS]", "The line names a CPU above 8191")]
    [TestCase("            bash-19097   [001] d..2.  4611686018.427388: cpu_idle: state=1 cpu_id=1", "The line's time is beyond 4611686018427387903 ns")]
    [TestCase("            bash-19097   [001] d..2.  9999999999.999999: cpu_idle: state=1 cpu_id=1", "The line's time is beyond 4611686018427387903 ns")]
    [TestCase("            bash-19097   [001] d..2.  99999999999999999999.999999: cpu_idle: state=1 cpu_id=1", "The line's time is beyond 4611686018427387903 ns")]
    public void Value_OutOfRange_IsRefused(string line, string what) =>
        AssertRefused(
            Good + line + "\n",
            $"trace.txt, line 2: {what}: the file is damaged, or no recording of kernel events. It begins with '{line[..Math.Min(120, line.Length)]}'.");

    [Test]
    public void Cpu_GreatestAllowed_IsRead() =>
        Assert.That(Recording.Of(Good.Replace("[001]", "[8191]")).Events.Single().Cpu, Is.EqualTo(TraceLimits.MaxVcpu));

    [Test]
    public void Ticks_BeyondTheLatestTime_AreRefused() =>
        Assert.That(
            () => Recording.Of(Good.Replace("1451.908697", "5") + Good.Replace("1451.908697", "4611686019"), clockHz: 1),
            Throws.InstanceOf<TraceFormatException>().With.Message.StartsWith("trace.txt, line 2: The line's time is beyond"));

    [TestCase(64)]
    [TestCase(1 << 20)]
    public void Line_Longest_IsReadAndALongerOneRefused(int bufferBytes)
    {
        string longest = Good.TrimEnd() + new string(' ', TraceLimits.MaxLineBytes - Good.TrimEnd().Length) + "\n";
        Assert.That(Recording.Of(Good + longest + Good, bufferBytes: bufferBytes).Events, Has.Count.EqualTo(3));
        foreach (string longer in new[] { " " + longest, new string('x', 10_000_000) + "\n", new string('x', 100_000) })
        {
            Assert.That(
                () => Recording.Of(Good + longer, bufferBytes: bufferBytes),
                Throws.InstanceOf<TraceFormatException>().With.Message.StartsWith(
                    "trace.txt, line 2: The line is longer than 65536 bytes, which no event is: the file is damaged"));
        }
    }

    [Test]
    public void Time_JumpsBackOnOneCpu_IsRefused() =>
        AssertRefused(
            Good + Good.Replace("1451.9", "1450.9").Replace("[001]", "[002]") + Good.Replace("1451.908697", "1451.908695"),
            "trace.txt, line 3: The time on CPU 1 jumps back by 2000 ns, to 1451908695000 ns. A recording is in time order on each CPU: this one is "
            + "shuffled, joined from several, or damaged.");

    [Test]
    public void Time_WithinRounding_IsCountedAndTheOrderKept()
    {
        Recording recording = Recording.Of(Good + Good.Replace("1451.908697", "1451.908696") + Good);

        Assert.That(recording.Events.Select(e => e.TimeNs % 1_000_000), Is.EqualTo([908_697_000 % 1_000_000, 908_696_000 % 1_000_000, 908_697_000 % 1_000_000]));
        Assert.That(recording.Inspection.Anomalies, Is.EqualTo([new TraceAnomaly("time-jumps-back", 1, "line 2")]));
        Assert.That((recording.Inspection.FirstNs, recording.Inspection.LastNs), Is.EqualTo((1_451_908_696_000, 1_451_908_697_000)));
    }

    [Test]
    public void Names_WithoutEnd_AreCountedTogether()
    {
        string names = string.Concat(Enumerable.Range(0, 5000).Select(i => Good.Replace("cpu_idle", $"event_{i}")));
        Recording recording = Recording.Of(Good + names);

        Assert.That(recording.Inspection.Events, Has.Count.LessThan(2100));
        Assert.That(recording.Inspection.Events.Values.Sum(), Is.EqualTo(5001));
        Assert.That(recording.Inspection.Events["(more names)"], Is.GreaterThan(2900));
    }

    [Test]
    public void Unparsed_Lines_ShowTheFirstThreeWithoutControlCharacters()
    {
        Recording recording = Recording.Of(Good + "a\u001b[31m\nb\nc\nd\n");

        Assert.That(recording.Inspection.UnparsedLines, Is.EqualTo(4));
        Assert.That(recording.Inspection.UnparsedExamples, Is.EqualTo(["line 2: a?[31m", "line 3: b", "line 4: c"]));
    }

    private static void AssertRefused(string text, string message) =>
        Assert.That(() => Recording.Of(text), Throws.InstanceOf<TraceFormatException>().With.Message.EqualTo(message));
}
