using CsCheck;

namespace Predictors.Traces.Tests.Readers.Binary;

/// <summary>Damaged files give events or one clear error; nothing else escapes, and nothing large is allocated.</summary>
[TestFixture]
public sealed class BinaryDamageTests
{
    // All buffers of a file are bounded, and each is made when its size was held against the file's.
    private const long MaxAllocated = 400L << 20;

    private static readonly Gen<(int Kind, int Place, ulong Value)[]> Changes =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 1 << 22], Gen.OneOf(Gen.ULong, Gen.ULong[0, 64], Gen.Const(ulong.MaxValue), Gen.ULong[0, 1ul << 32])).Array[1, 8];

    [TestCase("6")]
    [TestCase("7none")]
    [TestCase("7zlib")]
    [TestCase("7zstd")]
    public void Dat_Damaged_GivesEventsOrOneClearError(string version)
    {
        byte[] file = Sample(version);
        Assert.That(Recording.OfBinary(file).Events, Has.Count.EqualTo(8));

        Changes.Sample(changes => Read(Damage(file, changes)), iter: 3000, threads: 1);
    }

    [TestCase("6")]
    [TestCase("7zstd")]
    public void Dat_CutShortAnywhere_GivesOneClearError(string version)
    {
        byte[] file = Sample(version);
        for (int length = 11; length < file.Length; length++)
        {
            byte[] cut = file[..length];
            Assert.Throws<TraceFormatException>(() => Recording.OfBinary(cut), $"{length} bytes");
        }
    }

    [TestCase(false, 0)]
    [TestCase(false, 50)]
    [TestCase(true, 0)]
    [TestCase(true, 50)]
    public void PerfData_Damaged_GivesEventsOrOneClearError(bool pipe, int pieceBytes)
    {
        byte[] file = PerfSample(pipe, pieceBytes);
        Assert.That(Recording.OfBinary(file).Events, Has.Count.EqualTo(5));

        Changes.Sample(changes => Read(Damage(file, changes)), iter: 3000, threads: 1);
    }

    [TestCase(0)]
    [TestCase(50)]
    public void PerfData_CutShortAnywhere_GivesOneClearError(int pieceBytes)
    {
        byte[] file = PerfSample(false, pieceBytes);
        int descriptions = file.AsSpan().LastIndexOf("print fmt"u8);
        for (int length = 11; length < descriptions; length++)
        {
            byte[] cut = file[..length];
            Assert.Throws<TraceFormatException>(() => Recording.OfBinary(cut), $"{length} bytes");
        }
    }

    private static byte[] PerfSample(bool pipe, int pieceBytes)
    {
        var perf = new PerfBytes { SampleType = PerfBytes.Usual | 0x30, ReadFormat = 8 | 4 };
        perf.Sample(1010, 1, perf.Events.Idle(1, 1)).Lost(12, 1025, 1).Sample(1030, 1, perf.Events.Switch(0, 77)).FinishedRound()
            .Sample(1000, 0, perf.Events.Idle(1, 0)).Sample(1020, 0, perf.Events.Idle(2, 0)).FinishedRound();
        perf = pieceBytes > 0 ? perf.Packed(pieceBytes, aligned: true) : perf;
        return pipe ? perf.Pipe() : perf.File();
    }

    private static byte[] Sample(string version)
    {
        var make = new DatBytes { Cpus = [] };
        byte[] zero =
        [
            .. new RingPage(1000).Event(5, make.Idle(1, 0)).Event(100, make.Idle(uint.MaxValue, 0)).LongEvent(2, make.Irq(4, "IPI")).ToArray(),
            .. new RingPage(2000).Lost(3).TimeExtend(1 << 30).Event(3, make.Switch(0, 77)).Discarded(4, 16).RestIsEmpty().ToArray(),
        ];
        byte[] one = new RingPage(1001).TimeStamp(1002).Event(4, make.Idle(2, 1)).Event(4, make.Idle(2, 1)).Event(4, make.Idle(2, 1)).ToArray();
        var file = new DatBytes { Cpus = [zero, one] };
        return version == "6" ? file.Version6() : file.Version7(version[1..]);
    }

    private static void Read(byte[] file)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            Recording recording = Recording.OfBinary(file, clockHz: 1000);
            Assert.That(recording.Events.All(e => e.Cpu is >= 0 and <= TraceLimits.MaxVcpu && e.TimeNs is >= 0 and <= TraceLimits.MaxTimeNs));
        }
        catch (TraceFormatException e)
        {
            Assert.That(e.Message, Does.StartWith("trace.dat").And.Not.Contain("\n"));
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(MaxAllocated));
    }

    private static byte[] Damage(byte[] file, (int Kind, int Place, ulong Value)[] changes)
    {
        byte[] bytes = [.. file];
        foreach ((int kind, int where, ulong value) in changes)
        {
            // The signature stays, or the file is another.
            int place = 11 + (where % (bytes.Length - 11));
            switch (kind)
            {
                case 0:
                    bytes[place] ^= (byte)(1 << (int)(value % 8));
                    break;
                case 1 when bytes.Length - place >= sizeof(uint):
                    BitConverter.TryWriteBytes(bytes.AsSpan(place), (uint)value);
                    break;
                case 2 when bytes.Length - place >= sizeof(ulong):
                    BitConverter.TryWriteBytes(bytes.AsSpan(place), value);
                    break;
                case 3 when value % 4 == 0 && place > 16:
                    bytes = bytes[..place];
                    break;
            }
        }

        return bytes;
    }
}
