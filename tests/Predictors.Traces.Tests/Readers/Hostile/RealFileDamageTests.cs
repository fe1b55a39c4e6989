using System.Buffers.Binary;
using CsCheck;

namespace Predictors.Traces.Tests.Readers.Hostile;

/// <summary>Real recordings, damaged: events or one clear error, nothing else escapes, and nothing large is allocated.</summary>
[TestFixture]
public sealed class RealFileDamageTests
{
    // What readers hold is bounded; this is far above it, and far below what a size of all ones would ask for.
    private const long MaxAllocated = 800L << 20;

    private static readonly string[] Binaries =
    [
        "public-traces/lisa/sched_load_trace.dat", "traces-raw/memcached-open-1000-v7.dat", "traces-raw/pgbench-r150-v6.dat.zst",
        "public-traces/perfdata/perf.data", "traces-raw/java-closed-4x4ms.perf.data.zst", "public-traces/perfetto/test_trace.perfetto-trace",
    ];

    private static readonly string[] Texts =
    [
        "public-traces/trappy/trace_surfaceflinger.html", "traces-raw/tcp-rr-pinned.txt.gz", "traces-raw/cyclictest-1000us-tsc.txt.gz",
        "traces-raw/java-closed-4x4ms.perf-script.txt.zst", "governor-traces/guest-s1-haltpoll.txt.zst", "governor-traces/kvm-ks4.txt.zst",
    ];

    private static readonly Gen<(int Place, int Bit)[]> Flips = Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, 7]).Array[1, 12];

    // Half of the flips go where the descriptions are, not the records.
    private static readonly Gen<(bool AtStart, (int Place, int Bit)[] Flips)> Damages = Gen.Select(Gen.Bool, Flips);

    [TestCaseSource(nameof(Binaries))]
    public void Binary_WithBitsFlipped_GivesEventsOrOneClearError(string name)
    {
        byte[] file = RealFile.Of(name);
        Damages.Sample(d => Check(Flipped(file, d.AtStart, d.Flips)), iter: 16, threads: 1);
    }

    [TestCaseSource(nameof(Texts))]
    public void Text_WithBitsFlipped_GivesEventsOrOneClearError(string name)
    {
        byte[] file = RealFile.Of(name);
        Damages.Sample(d => Check(Flipped(file, d.AtStart, d.Flips)), iter: 40, threads: 1);
    }

    [TestCaseSource(nameof(Binaries))]
    public void Binary_CutAtEveryBoundary_GivesLessEventsOrOneClearError(string name)
    {
        byte[] file = RealFile.Of(name);
        long all = Check(file);
        Assert.That(all, Is.Positive);
        foreach (int length in RealFile.Boundaries(file, most: 30))
        {
            Assert.That(Check(file[..length]), Is.LessThanOrEqualTo(all), $"{length} bytes");
        }
    }

    [TestCaseSource(nameof(Binaries))]
    public void Binary_WithHugeSizes_GivesEventsOrOneClearError(string name)
    {
        byte[] file = RealFile.Of(name);
        foreach ((int at, int length) in RealFile.Numbers(file, most: 30))
        {
            Check(With(file, at, length, ulong.MaxValue));
            Check(With(file, at, length, ulong.MaxValue >> 1));
        }
    }

    [Test]
    public void Perfetto_WithHugeSizes_GivesOneClearError()
    {
        byte[] file = RealFile.Of("public-traces/perfetto/test_trace.perfetto-trace");
        foreach (int at in RealFile.Boundaries(file, most: 30))
        {
            byte[] bytes = [.. file];
            new byte[] { 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f }.CopyTo(bytes.AsSpan(at + 1));
            Assert.That(Check(bytes), Is.EqualTo(-1), $"byte {at}");
        }
    }

    [TestCaseSource(nameof(Texts))]
    public void Text_CutAnywhere_GivesLessEventsOrOneClearError(string name)
    {
        byte[] file = RealFile.Of(name);
        long all = Check(file);
        for (int length = file.Length - 1; length > 0; length -= Math.Max(1, file.Length / 97))
        {
            Assert.That(Check(file[..length]), Is.LessThanOrEqualTo(all), $"{length} bytes");
        }
    }

    private static long Check(byte[] file)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        long events = HostileRead.Recording(file);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(MaxAllocated));
        return events;
    }

    private static byte[] Flipped(byte[] file, bool atStart, (int Place, int Bit)[] flips)
    {
        byte[] bytes = [.. file];
        foreach ((int where, int bit) in flips)
        {
            // A signature stays, or the file is another.
            int from = Math.Min(11, bytes.Length / 2);
            int range = atStart ? Math.Min(bytes.Length - from, 1 << 16) : bytes.Length - from;
            bytes[from + (where % range)] ^= (byte)(1 << bit);
        }

        return bytes;
    }

    private static byte[] With(byte[] file, int at, int length, ulong value)
    {
        byte[] bytes = [.. file];
        Span<byte> number = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(number, value);
        number[..length].CopyTo(bytes.AsSpan(at));
        return bytes;
    }
}
