namespace Predictors.Traces.Tests.Readers.Binary;

[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class PerfDataTests
{
    private const uint Exit = uint.MaxValue;

    private static readonly string[] Sorted =
    [
        "CpuIdle cpu0 pid0 1000 1 0 0", "CpuIdle cpu1 pid0 1010 1 1 0", "CpuIdle cpu0 pid0 1020 -1 0 0",
        "LostEvents cpu1 pid-1 1010 12 0 0", "SchedSwitch cpu1 pid0 1030 0 77 0",
    ];

    [Test]
    public void File_OfEitherByteOrder_GivesTheEventsByTime([Values] bool bigEndian)
    {
        Recording recording = Recording.OfBinary(Two(new PerfBytes(bigEndian)).File());

        Assert.That(recording.Events.Select(WithoutPlace), Is.EqualTo(Sorted));
        Assert.That((recording.Reader.Format, recording.Reader.Clock), Is.EqualTo(("perf.data file", "mono")));
        Assert.That(recording.Inspection.Anomalies, Is.Empty);
    }

    [Test]
    public void Pipe_OfEitherByteOrder_GivesTheSame([Values] bool bigEndian)
    {
        Recording recording = Recording.OfBinary(Two(new PerfBytes(bigEndian)).Pipe());

        Assert.That(recording.Events.Select(WithoutPlace), Is.EqualTo(Sorted));
        Assert.That((recording.Reader.Format, recording.Reader.Clock), Is.EqualTo(("perf.data pipe", "mono")));
    }

    [Test]
    public void PackedRecords_CutAnywhere_GiveTheSame([Values(1, 5, 8, 50, 1000)] int pieceBytes, [Values] bool aligned)
    {
        Assert.That(Recording.OfBinary(Two(new PerfBytes()).Packed(pieceBytes, aligned).File()).Events.Select(WithoutPlace), Is.EqualTo(Sorted));
        Assert.That(Recording.OfBinary(Two(new PerfBytes()).Packed(pieceBytes, aligned).Pipe()).Events.Select(WithoutPlace), Is.EqualTo(Sorted));
    }

    [TestCase(PerfBytes.Usual | 0x20, 0ul)]
    [TestCase(PerfBytes.Usual | 0x30, 4ul)]
    [TestCase(PerfBytes.Usual | 0x30, 8ul | 4)]
    public void Sample_WithStackAndCounters_IsReadBehindThem(ulong sampleType, ulong readFormat)
    {
        var perf = new PerfBytes { SampleType = sampleType, ReadFormat = readFormat };
        perf.Sample(1000, 0, perf.Events.Idle(1, 0));

        Recording recording = Recording.OfBinary(perf.File());

        Assert.That(recording.Events.Select(WithoutPlace), Is.EqualTo(Sorted[..1]));
    }

    [Test]
    public void Sample_WithoutCpu_IsRefused()
    {
        var perf = new PerfBytes { SampleType = PerfBytes.Usual & ~0x80ul };
        perf.Sample(1000, 0, perf.Events.Idle(1, 0));

        Assert.That(Assert.Throws<TraceFormatException>(() => Recording.OfBinary(perf.File()))!.Message, Does.Contain("perf record -a"));
    }

    [Test]
    public void Loss_WithoutTime_IsCountedAndMarksNoCpu()
    {
        var perf = new PerfBytes();
        perf.Sample(1000, 0, perf.Events.Idle(1, 0)).Lost(5, time: 0, cpu: 0);

        Recording recording = Recording.OfBinary(perf.File());

        Assert.That(recording.Events, Has.Count.EqualTo(1));
        Assert.That(recording.Inspection.Anomalies.Select(a => (a.Name, a.Count)), Is.EqualTo(new[] { ("events-lost-somewhere", 5L) }));
    }

    [Test]
    public void Rounds_OfManyCpus_ComeOutByTimeAndInOrderOfArrival()
    {
        var perf = new PerfBytes();
        var expected = new List<(ulong Time, uint Cpu, uint State)>();
        uint state = 0;
        for (ulong round = 0; round < 20; round++)
        {
            for (uint cpu = 0; cpu < 4; cpu++)
            {
                for (ulong i = 0; i < 9; i++)
                {
                    // A CPU whose buffer was read early still holds events of this round in the next one.
                    ulong time = 1000 + (100 * round) + (10 * i) + (cpu == 3 ? 60u : cpu);
                    perf.Sample(time - (time % 3), cpu, perf.Events.Idle(++state, cpu));
                    expected.Add((time - (time % 3), cpu, state));
                }
            }

            perf.FinishedRound();
        }

        Recording recording = Recording.OfBinary(perf.File());

        Assert.That(
            recording.Events.Select(e => ((ulong)e.TimeNs, (uint)e.Cpu, (uint)e.A)), Is.EqualTo(expected.OrderBy(e => e.Time)));
    }

    private static PerfBytes Two(PerfBytes perf) => perf
        .Sample(1010, 1, perf.Events.Idle(1, 1)).Lost(12, 1025, 1).Sample(1030, 1, perf.Events.Switch(0, 77)).FinishedRound()
        .Sample(1000, 0, perf.Events.Idle(1, 0)).Sample(1020, 0, perf.Events.Idle(Exit, 0)).FinishedRound();

    private static string WithoutPlace(KernelEvent e) => Recording.Line(e).Split(" @")[0];
}
