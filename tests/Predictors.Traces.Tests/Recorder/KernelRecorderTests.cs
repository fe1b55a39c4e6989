using System.Diagnostics;
using Predictors.Traces.Tests.Conversion;

namespace Predictors.Traces.Tests.Recorder;

/// <summary>Records the machine that runs the tests, where it lets us.</summary>
[NonParallelizable]
public sealed class KernelRecorderTests
{
    private static readonly string[] Mounts = ["/sys/kernel/tracing", "/sys/kernel/debug/tracing"];

    [Test]
    public void Record_ThisMachine_GivesATraceOfItsIdlePeriods()
    {
        RequireTracefs();
        using var folder = new TemporaryFolder();
        var clock = Stopwatch.StartNew();
        RecordingResult result;
        using (var recorder = new KernelRecorder(new RecordingOptions(), folder[""]))
        {
            recorder.Start();
            for (int i = 0; i < 20; i++)
            {
                Thread.Sleep(5);
            }

            using FileStream file = File.Create(folder["x.dat"]);
            result = recorder.Stop(file);
        }

        double seconds = clock.Elapsed.TotalSeconds;
        using ITraceReader trace = TraceFile.Open(folder["x.dat"], new TraceFileOptions());
        List<TraceRow> rows = RowReader.ReadAll(trace);
        Assert.That(trace.Header.Format, Is.EqualTo("trace-cmd v6"));
        Assert.That(trace.Header.Clock, Is.EqualTo("mono"));
        Assert.That(result.Cpus, Has.Count.EqualTo(Environment.ProcessorCount));
        Assert.That(trace.Inspection.Events.Values.Sum(), Is.GreaterThan(100));
        Assert.That(trace.Inspection.Vcpus.Values.Sum(v => v.Segments), Is.EqualTo(rows.Count), "a busy machine has none");
        Assert.That((trace.Inspection.LastNs - trace.Inspection.FirstNs) / 1e9, Is.InRange(0.05, seconds));
        Assert.That(Directory.GetFiles(folder[""]), Is.EqualTo(new[] { folder["x.dat"] }), "the pages are gone");
        Assert.That(OwnInstances(), Is.Empty);
    }

    [Test]
    public void Dispose_WithoutStop_LeavesNothingBehind()
    {
        RequireTracefs();
        using var folder = new TemporaryFolder();
        using (var recorder = new KernelRecorder(new RecordingOptions(), folder[""]))
        {
            recorder.Start();
            Assert.That(OwnInstances(), Has.Length.EqualTo(1));
        }

        Assert.That(OwnInstances(), Is.Empty);
        Assert.That(Directory.GetFileSystemEntries(folder[""]), Is.Empty);
    }

    [Test]
    public void Record_UnknownClock_IsRefusedAndLeavesNothingBehind()
    {
        RequireTracefs();
        using var folder = new TemporaryFolder();

        Assert.That(
            () => new KernelRecorder(new RecordingOptions { Clock = "sundial" }, folder[""]),
            Throws.InstanceOf<RecordingException>().With.Message.StartsWith("This kernel has no trace clock 'sundial'; it has local, global"));
        Assert.That(OwnInstances(), Is.Empty);
    }

    [Test]
    public void Record_EventsThatDoNotExist_AreToldAndLeftOut()
    {
        RequireTracefs();
        using var folder = new TemporaryFolder();
        EventSet some = new("some", ["sched:sched_switch"], ["sched:sched_switch", "sched:no_such_event"]);
        using var recorder = new KernelRecorder(new RecordingOptions { Events = some }, folder[""]);

        Assert.That(recorder.MissingEvents.Single(), Is.EqualTo("sched:no_such_event"));
        EventSet none = new("none", ["sched:no_such_event"], ["sched:no_such_event"]);
        Assert.That(
            () => new KernelRecorder(new RecordingOptions { Events = none }, folder[""]),
            Throws.InstanceOf<RecordingException>().With.Message.StartsWith("This kernel has none of sched:no_such_event"));
    }

    // Where both are mounted they are one.
    private static string[] OwnInstances() => Mounts
        .Select(m => Path.Combine(m, "instances"))
        .Where(Directory.Exists)
        .Take(1)
        .SelectMany(d => Directory.GetDirectories(d, $"predictors-{Environment.ProcessId}"))
        .ToArray();

    private static void RequireTracefs()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || !Mounts.Any(m => Directory.Exists(Path.Combine(m, "instances"))))
        {
            Assert.Ignore("Recording needs root and a mounted tracefs.");
        }
    }
}
