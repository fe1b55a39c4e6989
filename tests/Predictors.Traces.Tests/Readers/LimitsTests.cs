namespace Predictors.Traces.Tests.Readers;

[TestFixture]
public sealed class LimitsTests
{
    private const string Good = "            bash-19097   [001] d..2.  1451.908697: cpu_idle: state=1 cpu_id=1\n";

    [TestCase("            bash-19097   [4294967295] d..2.  1451.908697: cpu_idle: state=1 cpu_id=1", "cpu-out-of-range")]
    [TestCase("            bash-19097   [8192] d..2.  1451.908697: cpu_idle: state=1 cpu_id=1", "cpu-out-of-range")]
    [TestCase("            bash-19097   [000] d..2.  1451.908697: cpu_idle: state=1 cpu_id=8192", "cpu-out-of-range")]
    [TestCase("            bash-19097   [000] d..2.  1451.908697: sched_waking: comm=a pid=1 prio=1 target_cpu=4294967295", "cpu-out-of-range")]
    [TestCase("CPU:4294967295 [LOST EVENTS]", "cpu-out-of-range")]
    [TestCase("            bash-19097   [001] d..2.  4611686018.427388: cpu_idle: state=1 cpu_id=1", "time-out-of-range")]
    [TestCase("            bash-19097   [001] d..2.  9999999999.999999: cpu_idle: state=1 cpu_id=1", "time-out-of-range")]
    [TestCase("            bash-19097   [001] d..2.  99999999999999999999.999999: cpu_idle: state=1 cpu_id=1", "time-out-of-range")]
    public void Value_OutOfRange_IsRejectedAndCounted(string line, string anomaly)
    {
        Recording recording = Recording.Of(Good + line + "\n" + line + "\n");

        Assert.That(recording.Events, Has.Count.EqualTo(1));
        Assert.That(recording.Inspection.UnparsedLines, Is.EqualTo(2));
        Assert.That(recording.Inspection.Anomalies, Is.EqualTo([new TraceAnomaly(anomaly, 2, "line 2")]));
        Assert.That(recording.Inspection.Vcpus.Keys, Is.EqualTo([1]));
    }

    [Test]
    public void Cpu_GreatestAllowed_IsRead() =>
        Assert.That(Recording.Of(Good.Replace("[001]", "[8191]")).Events.Single().Cpu, Is.EqualTo(TraceLimits.MaxVcpu));

    [Test]
    public void Ticks_BeyondTheLatestTime_AreRejected()
    {
        Recording recording = Recording.Of(
            Good.Replace("1451.908697", "5") + Good.Replace("1451.908697", "4611686019"), clockHz: 1);

        Assert.That(recording.Events.Select(e => e.TimeNs), Is.EqualTo([5_000_000_000]));
        Assert.That(recording.Inspection.Anomalies.Single().Name, Is.EqualTo("time-out-of-range"));
    }

    [TestCase(64)]
    [TestCase(1 << 20)]
    public void Line_TooLong_IsSkippedAndCounted(int bufferBytes)
    {
        string longest = Good.TrimEnd() + new string(' ', TraceLimits.MaxLineBytes - Good.TrimEnd().Length) + "\n";
        Recording recording = Recording.Of(Good + " " + longest + new string('x', 10_000_000) + "\n" + longest + Good, bufferBytes: bufferBytes);

        Assert.That(recording.Events.Select(e => e.Place), Is.EqualTo([1, 4, 5]));
        Assert.That(recording.Inspection.UnparsedLines, Is.EqualTo(2));
        Assert.That(recording.Inspection.Anomalies, Is.EqualTo([new TraceAnomaly("line-too-long", 2, "line 2")]));
        Assert.That(recording.Inspection.UnparsedExamples[1], Is.EqualTo("line 3: " + new string('x', 120)));
    }

    [Test]
    public void Line_TooLongAtTheEnd_IsCounted()
    {
        Recording recording = Recording.Of(Good + new string('x', 100_000));

        Assert.That(recording.Inspection.Anomalies, Is.EqualTo([new TraceAnomaly("line-too-long", 1, "line 2")]));
    }

    [Test]
    public void Time_JumpsBackOnOneCpu_IsCountedAndTheOrderKept()
    {
        Recording recording = Recording.Of(
            Good + Good.Replace("1451.9", "1450.9").Replace("[001]", "[002]") + Good.Replace("1451.9", "1450.9") + Good.Replace("1451.9", "1450.9"));

        Assert.That(recording.Events.Select(e => e.TimeNs / 1_000_000_000), Is.EqualTo([1451, 1450, 1450, 1450]));
        Assert.That(recording.Inspection.Anomalies, Is.EqualTo([new TraceAnomaly("time-jumps-back", 1, "line 3")]));
        Assert.That((recording.Inspection.FirstNs, recording.Inspection.LastNs), Is.EqualTo((1_450_908_697_000, 1_451_908_697_000)));
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
}
