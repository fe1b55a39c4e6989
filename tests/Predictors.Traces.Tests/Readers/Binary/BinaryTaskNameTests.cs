using Predictors.Traces.Tests.Conversion;
using Predictors.Traces.Tests.Readers.Binary.Perfetto;
using static Predictors.Traces.Tests.Readers.Binary.Perfetto.PerfettoBytes;

namespace Predictors.Traces.Tests.Readers.Binary;

/// <summary>Tasks are found by name in binary recordings as in text.</summary>
public sealed class BinaryTaskNameTests
{
    [TestCase("VM Thread")]
    [TestCase("C1 CompilerThre")]
    [TestCase("perf")]
    [Parallelizable]
    public void Find_InPerfData_GivesTheTasksOfItsText(string name)
    {
        string binary = SharedRecordings.Find("traces-raw/java-closed-4x4ms.perf.data.zst");
        string text = SharedRecordings.Find("traces-raw/java-closed-4x4ms.perf-script.txt.zst");

        Assert.That(
            TaskNames.Find(binary, name, new KernelEventReaderOptions()), Is.SupersetOf(TaskNames.Find(text, name, new KernelEventReaderOptions())));
    }

    [TestCase("memcached-open-1000-v7.dat", "memcached", 1)]
    [TestCase("pgbench-r150-v6.dat.zst", "pgbench", 1)]
    [Parallelizable]
    public void Find_InDat_GivesTasksOfItsSwitchesAndNames(string file, string name, int least)
    {
        string path = SharedRecordings.Find("traces-raw/" + file);
        Recording recording = Recording.OfFile(path);

        IReadOnlySet<int> found = TaskNames.Find(path, name, new KernelEventReaderOptions());

        int[] ran = [.. recording.Events.Where(e => e.Kind == KernelEventKind.SchedSwitch).Select(e => (int)e.B).Distinct()];
        Assert.That(found.Intersect(ran).Count(), Is.AtLeast(least));
        Assert.That(found, Has.None.EqualTo(0));
    }

    [Test]
    public void Find_InPerfetto_ReadsMessagesAndColumns()
    {
        ProtoBytes compact = new ProtoBytes()
            .Column(1, 1000, 400, 200).Column(3, 7, 0, 9).Column(6, 1, 0, 2).Text(5, "swapper").Text(5, "a task").Text(5, "other")
            .Column(7, 1100, 450).Column(8, 9, 11).Column(9, 1, 0).Column(11, 2, 1).Column(12, 0, 0);
        ProtoBytes named = Event(2000, 5, 4, new ProtoBytes().Text(1, "a task").Number(2, 5).Text(5, "other").Number(6, 6));
        ProtoBytes waking = Event(2100, 6, 20, new ProtoBytes().Text(1, "a task").Number(2, 8).Number(5, 1));
        using var folder = new TemporaryFolder();
        string path = folder.Write(
            "names.perfetto-trace",
            Trace(new ProtoBytes().Message(1, new ProtoBytes().Number(1, 1).Message(4, compact)), Bundle(0, named, waking)));

        Assert.That(TaskNames.Find(path, "a task", new KernelEventReaderOptions()), Is.EquivalentTo([5, 7, 8, 11]));
        Assert.That(TaskNames.Find(path, "other", new KernelEventReaderOptions()), Is.EquivalentTo([6, 9]));
        Assert.That(
            () => TaskNames.Find(path, "a tas", new KernelEventReaderOptions()),
            Throws.InstanceOf<TraceFormatException>().With.Message.Contains("No task of the recording is called 'a tas'"));
    }
}
