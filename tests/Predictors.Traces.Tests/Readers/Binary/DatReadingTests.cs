using Predictors.Traces.Compression;
using Predictors.Traces.Readers.Binary;

namespace Predictors.Traces.Tests.Readers.Binary;

[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class DatReadingTests
{
    private const uint Exit = uint.MaxValue;
    private static readonly DatBytes Little = new() { Cpus = [] };

    private static readonly string[] Merged =
    [
        "CpuIdle cpu0 pid0 1005 1 0 0",
        "CpuIdle cpu1 pid0 1005 2 1 0 irq",
        "CpuIdle cpu0 pid0 1105 -1 0 0",
        "IrqHandlerEntry cpu0 pid0 1107 4 1 0 irq",
        "SchedSwitch cpu0 pid0 1110 0 77 0",
    ];

    [Test]
    public void Version6_OfEitherWordAndByteOrder_GivesTheSameEvents([Values] bool bigEndian, [Values(4, 8)] int wordBytes)
    {
        var make = new DatBytes { BigEndian = bigEndian, WordBytes = wordBytes, Cpus = [] };
        byte[] zero = new RingPage(1000, bigEndian, wordBytes)
            .Event(5, make.Idle(1, 0)).Event(100, make.Idle(Exit, 0)).LongEvent(2, make.Irq(4, "IPI")).Event(3, make.Switch(0, 77)).ToArray();
        byte[] one = new RingPage(1001, bigEndian, wordBytes).Event(4, make.Idle(2, 1, flags: 0x11)).ToArray();
        var file = new DatBytes { BigEndian = bigEndian, WordBytes = wordBytes, Cpus = [zero, one] };

        Recording recording = Recording.OfBinary(file.Version6());

        Assert.That(recording.Events.Select(WithoutPlace), Is.EqualTo(Merged));
        Assert.That(recording.Reader.Format, Is.EqualTo("trace-cmd v6"));
        Assert.That(recording.Reader.Clock, Is.EqualTo("mono"));
        Assert.That(recording.Inspection.Anomalies, Is.Empty);
    }

    [TestCase("none")]
    [TestCase("zlib")]
    [TestCase("zstd")]
    public void Version7_Packed_GivesTheEventsOfAllPages(string compression)
    {
        byte[] zero = [.. new RingPage(1000).Event(5, Little.Idle(1, 0)).ToArray(), .. new RingPage(2000).Event(0, Little.Idle(Exit, 0)).ToArray()];
        byte[] one = new RingPage(1500).Event(0, Little.Idle(1, 1)).ToArray();

        Recording recording = Recording.OfBinary(new DatBytes { Cpus = [zero, one] }.Version7(compression));

        Assert.That(recording.Events.Select(e => (e.TimeNs, e.Cpu)), Is.EqualTo(new[] { (1005L, 0), (1500, 1), (2000, 0) }));
        Assert.That(recording.Reader.Clock, Is.EqualTo("mono"));
    }

    [Test]
    public void Time_ExtendedStampedAndPadded_IsThatOfTheRecord([Values] bool bigEndian)
    {
        const ulong Base = (1ul << 60) + 7;
        var make = new DatBytes { BigEndian = bigEndian, Cpus = [] };
        byte[] page = new RingPage(Base, bigEndian)
            .Event(1, make.Idle(1, 0))
            .TimeExtend((3ul << 27) + 5).Event(2, make.Idle(Exit, 0))
            .Discarded(10, 12).Event(1, make.Idle(1, 0))
            .TimeStamp(Base + (9ul << 27)).Event(4, make.Idle(Exit, 0))
            .RestIsEmpty().ToArray();

        Recording recording = Recording.OfBinary(new DatBytes { BigEndian = bigEndian, Cpus = [page] }.Version6());

        Assert.That(recording.Events.Select(e => e.TimeNs - (long)Base), Is.EqualTo(new[] { 1, 8 + (3L << 27), 19 + (3L << 27), 4 + (9L << 27) }));
    }

    [TestCase(8, 4044ul, 4044)]
    [TestCase(4, 4044ul, 4044)]
    [TestCase(8, null, -1)]
    public void Page_AfterLostEvents_BeginsWithAMark(int wordBytes, ulong? lost, long expected)
    {
        byte[] page =
        [
            .. new RingPage(1000, wordBytes: wordBytes).Event(0, Little.Idle(1, 0)).ToArray(),
            .. new RingPage(2000, wordBytes: wordBytes).Lost(lost).Event(0, Little.Idle(1, 0)).ToArray(),
        ];

        Recording recording = Recording.OfBinary(new DatBytes { WordBytes = wordBytes, Cpus = [page] }.Version6());

        Assert.That(recording.Events.Select(e => (e.Kind, e.TimeNs)), Is.EqualTo(new[]
        {
            (KernelEventKind.CpuIdle, 1000L), (KernelEventKind.LostEvents, 1000), (KernelEventKind.CpuIdle, 2000),
        }));
        Assert.That(recording.Events[1].A, Is.EqualTo(expected));
    }

    [Test]
    public void Loss_AtTheEndOfACpu_IsTold()
    {
        byte[] zero = [.. new RingPage(1000).Event(0, Little.Idle(1, 0)).ToArray(), .. new RingPage(2000).Lost(7).ToArray()];
        byte[] one = new RingPage(5000).Event(0, Little.Idle(1, 1)).ToArray();

        Recording recording = Recording.OfBinary(new DatBytes { Cpus = [zero, one] }.Version6());

        Assert.That(recording.Events.Select(e => (e.Kind, e.Cpu, e.A)), Is.EqualTo(new[]
        {
            (KernelEventKind.CpuIdle, 0, 1L), (KernelEventKind.LostEvents, 0, 7), (KernelEventKind.CpuIdle, 1, 1),
        }));
    }

    [Test]
    public void Values_ByAddress_AreFoundInTheKernelsLists()
    {
        string[] formats =
        [
            FormatTexts.CpuIdle,
            FormatTexts.Event("hrtimer_start", 460, "void * hrtimer:8:8:0", "void * function:16:8:0", "s64 expires:24:8:1"),
            FormatTexts.Event("ipi_entry", 461, "const char * reason:8:8:0"),
        ];
        byte[] Timer(ulong function) => Little.Record(460, 5, 0).U64(0xffff_8880_0000_0040).U64(function).U64(123_456).ToArray();
        byte[] Ipi(ulong reason) => Little.Record(461, 0, 8).U64(reason).ToArray();
        byte[] page = new RingPage(1000)
            .Event(0, Little.Idle(1, 0)).Event(1, Timer(0xffff_ffff_8143_3060)).Event(1, Timer(0xffff_ffff_8143_3f90))
            .Event(1, Ipi(0xffff_8000_108a_2b20)).Event(1, Ipi(0xffff_8000_108a_2b40)).ToArray();
        var file = new DatBytes
        {
            Formats = formats,
            Kallsyms = "ffffffff81433050 t __pfx_tick_nohz_handler\nffffffff81433060 t tick_nohz_handler\nffffffff81433f90 T tick_sched_timer_dying\n",
            PrintkFormats = "0xffff8000108a2b20 : \"Rescheduling interrupts\"\n0xffff8000108a2b40 : \"Function call interrupts\"\n",
            Cpus = [page],
        };

        Recording recording = Recording.OfBinary(file.Version6());

        Assert.That(recording.Events.Skip(1).Select(e => (e.Kind, e.A, e.B, e.C)), Is.EqualTo(new[]
        {
            (KernelEventKind.HrtimerStart, unchecked((long)0xffff_8880_0000_0040), 123_456L, 1L),
            (KernelEventKind.HrtimerStart, unchecked((long)0xffff_8880_0000_0040), 123_456, 0),
            (KernelEventKind.IpiEntry, 1, 0, 0),
            (KernelEventKind.IpiEntry, 0, 0, 0),
        }));
    }

    [TestCase("IPI", 1)]
    [TestCase("arch_timer", 2)]
    [TestCase("virtio0-input.0", 0)]
    public void Text_AtARelativePlace_IsRead(string name, long irqClass)
    {
        byte[] page = new RingPage(1000).Event(0, Little.Idle(1, 0)).Event(0, Little.Irq(3, name, relative: true)).ToArray();
        var file = new DatBytes { Formats = [FormatTexts.CpuIdle, FormatTexts.IrqHandlerEntryRelative], Cpus = [page] };

        Assert.That(Recording.OfBinary(file.Version6()).Events[1].B, Is.EqualTo(irqClass));
    }

    [Test]
    public void Ticks_NeedTheClocksFrequency()
    {
        byte[] file = new DatBytes { Clock = "local [x86-tsc]", Cpus = [new RingPage(3_000_000_000).Event(3, Little.Idle(1, 0)).ToArray()] }.Version6();

        Assert.That(Assert.Throws<TraceFormatException>(() => Recording.OfBinary(file))!.Message, Does.Contain("--clock-hz"));
        Assert.That(Recording.OfBinary(file, clockHz: 3_000_000_000).Events[0].TimeNs, Is.EqualTo(1_000_000_001));
    }

    [Test]
    public void Record_ThatIsNotUnderstood_IsCountedAndPassedOver()
    {
        byte[] page = new RingPage(1000)
            .Event(0, Little.Record(9999, 1, 0).ToArray())
            .Event(1, Little.Record(155, 0, 0).ToArray())
            .Event(1, Little.Idle(1, 9000))
            .Event(1, Little.Irq(3, "abc")[..16])
            .Event(1, Little.Idle(1, 0)).ToArray();

        Recording recording = Recording.OfBinary(new DatBytes { Cpus = [page] }.Version6());

        Assert.That(recording.Events.Single().TimeNs, Is.EqualTo(1004));
        Assert.That(recording.Inspection.Anomalies.Select(a => (a.Name, a.Count)), Is.EqualTo(new[]
        {
            ("cpu-out-of-range", 1L), ("record-not-understood", 2), ("record-without-format", 1),
        }));
        Assert.That(recording.Inspection.Anomalies.First().FirstPlace, Does.StartWith("byte "));
    }

    [Test]
    public void PackedFile_OfMoreThanItMayGive_IsRefused()
    {
        using var file = new UnpackedFile("trace.zst", new MemoryStream(Zstd(new byte[100_000])));

        Assert.That(
            Assert.Throws<TraceFormatException>(() => UnpackedCopy.Make(file, 99_999))!.Message,
            Is.EqualTo("trace.zst: The packed file gives more than 99999 bytes: unpack it first."));
    }

    [Test]
    public void PackedFile_IsReadLikeThePlainOne()
    {
        byte[] plain = new DatBytes { Cpus = [new RingPage(1000).Event(0, Little.Idle(1, 0)).ToArray()] }.Version6();

        Assert.That(Recording.OfBinary(Zstd(plain)).Lines, Is.EqualTo(Recording.OfBinary(plain).Lines));
    }

    private static byte[] Zstd(byte[] plain)
    {
        using var compressor = new ZstdSharp.Compressor();
        return compressor.Wrap(plain).ToArray();
    }

    private static string WithoutPlace(KernelEvent e) => Recording.Line(e).Split(" @")[0];
}
