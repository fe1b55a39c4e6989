namespace Predictors.Traces.Tests.Readers.Binary;

[TestFixture]
public sealed class DatBufferTests
{
    private static readonly DatBytes Make = new() { Cpus = [] };

    [Test]
    public void Buffers_OfOneFile_AreMerged()
    {
        var file = new DatBytes
        {
            Cpus = [new RingPage(1000).Event(5, Make.Idle(1, 0)).Event(100, Make.Idle(uint.MaxValue, 0)).ToArray()],
            Instance = [new RingPage(1000).Event(2, Make.Switch(7, 0)).Event(110, Make.Switch(0, 7)).ToArray()],
        };

        Recording recording = Recording.OfBinary(file.Version6());

        Assert.That(recording.Events.Select(e => (e.Kind, e.TimeNs)), Is.EqualTo([
            (KernelEventKind.SchedSwitch, 1002L), (KernelEventKind.CpuIdle, 1005), (KernelEventKind.CpuIdle, 1105), (KernelEventKind.SchedSwitch, 1112),
        ]));
        Assert.That(recording.Inspection.Anomalies, Is.Empty);
    }

    [Test]
    public void Event_ThatTwoBuffersRecorded_CountsOnce()
    {
        byte[] page = new RingPage(1000).Event(5, Make.Idle(1, 0)).Event(100, Make.Idle(uint.MaxValue, 0)).ToArray();
        byte[] later = new RingPage(1001).Event(5, Make.Idle(1, 0)).Event(100, Make.Idle(uint.MaxValue, 0)).ToArray();

        Recording recording = Recording.OfBinary(new DatBytes { Cpus = [page], Instance = [later] }.Version6());

        Assert.That(recording.Events.Select(e => e.TimeNs), Is.EqualTo([1005L, 1105]));
        Assert.That(recording.Inspection.Anomalies.Single(), Has.Property("Name").EqualTo("event-in-several-buffers").And.Property("Count").EqualTo(2));
    }

    [TestCase(0u, 5000u, 6100L)]
    [TestCase(1u, 5000u, 6110L)]
    public void Guest_WithATimeShift_HasItsHostsTimes(uint flags, uint offset, long expected)
    {
        byte[] shift = new ByteWriter(bigEndian: false).U64(77).U32(flags).U32(1)
            .U32(2).U64(1000).U64(2000).U64(offset).U64(offset + 100).U64(1).U64(1).ToArray();
        var file = new DatBytes { TimeShift = shift, Cpus = [new RingPage(1000).Event(100, Make.Idle(1, 0)).ToArray()] };

        Recording recording = Recording.OfBinary(file.Version6());

        Assert.That(recording.Events.Single().TimeNs, Is.EqualTo(expected));
        Assert.That(recording.Reader.Clock, Is.EqualTo("mono, shifted to the host's"));
    }

    [Test]
    public void Guest_WithARatio_IsScaled()
    {
        byte[] shift = new ByteWriter(bigEndian: false).U64(77).U32(0).U32(1)
            .U32(1).U64(1000).U64(unchecked((ulong)-50L)).U64(3).U64(1).ToArray();
        var file = new DatBytes { TimeShift = shift, Cpus = [new RingPage(1000).Event(100, Make.Idle(1, 0)).ToArray()] };

        Assert.That(Recording.OfBinary(file.Version6()).Events.Single().TimeNs, Is.EqualTo((1100 * 3 / 2) - 50));
    }

    [Test]
    public void TimeShift_OfMoreSamplesThanItHolds_IsRefused()
    {
        byte[] shift = new ByteWriter(bigEndian: false).U64(77).U32(0).U32(1).U32(60_000).U64(1000).ToArray();
        var file = new DatBytes { TimeShift = shift, Cpus = [new RingPage(1000).Event(100, Make.Idle(1, 0)).ToArray()] };

        Assert.That(() => Recording.OfBinary(file.Version6()), Throws.InstanceOf<TraceFormatException>().With.Message.Contains("60000 samples"));
    }

    [Test]
    public void Options_InAPackedSection_AreRead()
    {
        byte[] page = new RingPage(1000).Event(5, Make.Idle(1, 0)).ToArray();

        Recording recording = Recording.OfBinary(new DatBytes { Cpus = [page], PackedOptions = true }.Version7("zstd"));

        Assert.That(recording.Events.Single().TimeNs, Is.EqualTo(1005));
    }
}
