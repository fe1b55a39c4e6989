using Predictors.Traces.Tests.Native;
using Predictors.Traces.Tests.Readers.Hostile;
using SharpFuzz;

namespace Predictors.Fuzzing;

/// <summary>What is fuzzed: one way to read a file per format.</summary>
internal static class Targets
{
    private const int MaxBytes = 1 << 20;

    // WAKE and CSV files are opened by their path.
    private static readonly string Scratch = Path.Combine(
        Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"predictors-fuzz-{Environment.ProcessId}");

    /// <summary>Finds a target.</summary>
    public static bool TryGet(string format, out Action<byte[]> target)
    {
        target = format is "wake" ? ReadPacked : format is "csv" ? ReadTrace : bytes => HostileRead.Recording(bytes);
        return format is "dat" or "perfdata" or "perfetto" or "text" or "wake" or "csv";
    }

    /// <summary>Reads what AFL gives, again and again. What escapes from the target is a finding.</summary>
    public static void Fuzz(Action<byte[]> target) => Fuzzer.OutOfProcess.Run(stream =>
    {
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        if (bytes.Length <= MaxBytes)
        {
            target(bytes.ToArray());
        }
    });

    private static void ReadTrace(byte[] bytes)
    {
        File.WriteAllBytes(Scratch, bytes);
        HostileRead.Trace(Scratch);
    }

    // Behind checksums that don't match nothing would ever be tried.
    private static void ReadPacked(byte[] bytes)
    {
        ReadTrace(bytes);
        WakeSeals.SealAll(bytes);
        ReadTrace(bytes);
    }
}
