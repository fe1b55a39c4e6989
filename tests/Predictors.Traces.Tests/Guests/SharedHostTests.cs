using Predictors.Abstractions;
using Predictors.Traces.Tests.Readers;
using Predictors.Traces.Tests.Segments;

namespace Predictors.Traces.Tests.Guests;

/// <summary>Real hosts' recordings: each halt of the guest is one kvm_vcpu_wakeup, whose length the kernel measured.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class SharedHostTests
{
    [TestCase("kvm-ks1", WakeCause.Timer)]
    [TestCase("kvm-ks2", WakeCause.Timer)]
    [TestCase("kvm-ks3", WakeCause.Timer)]
    [TestCase("kvm-ks4", WakeCause.DeviceInterrupt)]
    [TestCase("kvm-ks5", WakeCause.DeviceInterrupt)]
    [TestCase("kvm-ks6", WakeCause.Timer)]
    [TestCase("kvm-ks7", WakeCause.DeviceInterrupt)]
    public void Segments_AreTheHaltsOfTheGuest(string name, WakeCause cause)
    {
        string path = SharedRecordings.Find($"governor-traces/{name}.txt.zst");
        List<RecordedStep> halts = Steps(path);
        using ITraceReader reader = TraceFile.Open(path, new TraceFileOptions());
        SegmentList list = SegmentList.Of(reader);

        Assert.That(list.All, Has.Count.EqualTo(halts.Count));
        Assert.That(list.Inspection.Vcpus.Keys, Is.EqualTo([0]));
        Assert.That(list.Inspection.Vcpus[0].Pairs, Is.EqualTo(list.Inspection.Events["kvm_vcpu_wakeup"]));
        for (int i = 0; i < halts.Count; i++)
        {
            // Two events in one microsecond may leave a halt that begins before the one before it has ended.
            Assert.That(list.All[i].ExitNs - list.All[i].EntryNs, Is.EqualTo(halts[i].Exit.IdleNs).Within(TraceLimits.RoundingNs));
        }

        Assert.That(list.All.Count(s => s.Cause == cause), Is.GreaterThan(0.97 * list.All.Count));
        Assert.That(list.All.Count(s => s.Measured || s.Estimated), Is.GreaterThan(0.97 * list.All.Count));
        Assert.That(list.All.Select(s => s.ArrivalNs - s.EntryNs).Min(), Is.GreaterThanOrEqualTo(0));
        Assert.That(list.Inspection.Anomalies, Is.Empty);
    }

    private static List<RecordedStep> Steps(string path)
    {
        using IKernelEventReader events = KernelEventReaders.Open(path, new KernelEventReaderOptions());
        var reader = new RecordedStepReader(events);
        var steps = new List<RecordedStep>();
        while (reader.Read(out RecordedStep step))
        {
            steps.Add(step);
        }

        return steps;
    }
}
