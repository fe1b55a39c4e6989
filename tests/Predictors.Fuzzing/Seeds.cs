using Predictors.Traces;
using Predictors.Traces.Compression;
using Predictors.Traces.Tests.Readers.Binary;

namespace Predictors.Fuzzing;

/// <summary>Writes the files that a fuzzer begins with: the beginnings of real recordings, and small ones of each form.</summary>
internal static class Seeds
{
    private const int TextBytes = 3000;
    private const int PerfettoBytes = 6000;

    private static readonly string[] Texts =
    [
        "public-traces/trappy/trace_surfaceflinger.html", "traces-raw/tcp-rr-pinned.txt.gz", "traces-raw/cyclictest-1000us-tsc.txt.gz",
        "traces-raw/java-closed-4x4ms.perf-script.txt.zst", "governor-traces/guest-s1-haltpoll.txt.zst", "governor-traces/kvm-ks4.txt.zst",
    ];

    /// <summary>Writes a folder of seeds per format.</summary>
    /// <param name="repository">The repository; real recordings are taken from beside it where they are there.</param>
    /// <param name="to">The folder to write into.</param>
    public static void Write(string repository, string to)
    {
        string shared = Path.Combine(repository, "..", "shared");
        foreach (string name in Texts.Where(n => File.Exists(Path.Combine(shared, n))))
        {
            Save(to, "text", Path.GetFileName(name), Beginning(Path.Combine(shared, name), TextBytes));
        }

        Save(to, "text", "babeltrace", "[1412670961.211225839] host sched_switch: { cpu_id = 2 }, { prev_comm = \"a\", prev_tid = 7, next_comm = \"swapper/2\", next_tid = 0 }\n[1412670961.211260539] host power_cpu_idle: { cpu_id = 2 }, { state = 1, cpu_id = 2 }\n"u8.ToArray());
        string perfetto = Path.Combine(shared, "public-traces", "perfetto", "test_trace.perfetto-trace");
        if (File.Exists(perfetto))
        {
            Save(to, "perfetto", "real", Packets(File.ReadAllBytes(perfetto)));
        }

        WriteBinaries(to);
        WriteTraces(Path.Combine(repository, "traces", "tcp-rr-pinned.txt.gz"), to);
    }

    private static void WriteBinaries(string to)
    {
        var make = new DatBytes { Cpus = [] };
        byte[] zero =
        [
            .. new RingPage(1000).Event(5, make.Idle(1, 0)).Event(100, make.Idle(uint.MaxValue, 0)).LongEvent(2, make.Irq(4, "IPI")).ToArray(),
            .. new RingPage(2000).Lost(3).TimeExtend(1 << 30).Event(3, make.Switch(0, 77)).Discarded(4, 16).RestIsEmpty().ToArray(),
        ];
        byte[] one = new RingPage(1001).TimeStamp(1002).Event(4, make.Idle(2, 1)).Event(4, make.Idle(2, 1)).ToArray();
        var dat = new DatBytes { Cpus = [zero, one], Instance = [zero] };
        Save(to, "dat", "version6", dat.Version6());
        Save(to, "dat", "big-endian", new DatBytes { Cpus = [one], BigEndian = true, WordBytes = 4 }.Version6());
        foreach (string compression in new[] { "none", "zlib", "zstd" })
        {
            Save(to, "dat", $"version7-{compression}", dat.Version7(compression));
        }

        Save(to, "perfdata", "file", Perf().File());
        Save(to, "perfdata", "pipe", Perf().Pipe());
        Save(to, "perfdata", "packed", Perf().Packed(50, aligned: true).File());
    }

    private static PerfBytes Perf()
    {
        var perf = new PerfBytes { SampleType = PerfBytes.Usual | 0x30, ReadFormat = 8 | 4 };
        return perf.Sample(1010, 1, perf.Events.Idle(1, 1)).Lost(12, 1025, 1).Sample(1030, 1, perf.Events.Switch(0, 77)).FinishedRound()
            .Sample(1000, 0, perf.Events.Idle(1, 0)).Sample(1020, 0, perf.Events.Idle(2, 0)).FinishedRound();
    }

    private static void WriteTraces(string recording, string to)
    {
        string text = Path.Combine(to, "beginning.txt");
        File.WriteAllBytes(text, Beginning(recording, 20_000));
        foreach ((string format, TraceOutputFormat output, bool compress) in new[]
        {
            ("wake", TraceOutputFormat.Packed, false), ("wake", TraceOutputFormat.Packed, true), ("csv", TraceOutputFormat.Csv, false),
        })
        {
            using ITraceReader trace = TraceFile.Open(text, new TraceFileOptions());
            Directory.CreateDirectory(Path.Combine(to, format));
            TraceConverter.Convert(trace, Path.Combine(to, format, compress ? "zstd" : "plain"), output, compress);
        }

        File.Delete(text);
    }

    private static byte[] Beginning(string path, int most)
    {
        using var file = UnpackedFile.Open(path);
        var bytes = new byte[most];
        int read = file.Content.ReadAtLeast(bytes, most, throwOnEndOfStream: false);
        return bytes[..read];
    }

    // Whole packets, the first of those with events among them.
    private static byte[] Packets(byte[] trace)
    {
        int end = 0;
        var reader = new Predictors.Traces.Readers.Binary.Perfetto.PacketReader("seed", new MemoryStream(trace));
        while (reader.TryRead(out _) && (end == 0 || reader.Place <= PerfettoBytes))
        {
            end = (int)reader.Place;
        }

        return trace[..end];
    }

    private static void Save(string folder, string format, string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.Combine(folder, format));
        File.WriteAllBytes(Path.Combine(folder, format, name), bytes);
    }
}
