using System.Globalization;

namespace Predictors.Traces;

/// <summary>What other tools are told to record the same.</summary>
public static class EquivalentCommands
{
    /// <summary>Writes the command lines of trace-cmd and perf.</summary>
    /// <param name="options">How the recording is made.</param>
    /// <param name="command">What runs meanwhile, such as <c>sleep 10</c>, as words.</param>
    /// <returns>The lines. Events that the running kernel is known not to have are left out.</returns>
    public static IReadOnlyList<string> Of(RecordingOptions options, IReadOnlyList<string> command)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(command);
        RingBuffers.Tracefs? tracefs = RingBuffers.Tracefs.Find();
        string events = string.Join(" ", options.Events.Events.Where(e => tracefs?.HasEvent(e) ?? true).Select(e => $"-e {e}"));
        string words = string.Join(' ', command.Select(Quoted));
        string kb = options.BufferKb.ToString(CultureInfo.InvariantCulture);
        string perfClock = options.Clock switch
        {
            "mono" => " -k CLOCK_MONOTONIC",
            "mono_raw" => " -k CLOCK_MONOTONIC_RAW",
            "boot" => " -k CLOCK_BOOTTIME",
            "tai" => " -k CLOCK_TAI",
            _ => string.Empty,
        };
        return
        [
            $"trace-cmd record -C {options.Clock} -b {kb} -o trace.dat {events} {words}",
            $"perf record -a{perfClock} -m {PerfPages(options.BufferKb)} -o perf.data {events} {words}",
        ];
    }

    // perf wants a power of two of pages.
    private static string PerfPages(int bufferKb) =>
        ((int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, bufferKb / 4))).ToString(CultureInfo.InvariantCulture);

    private static string Quoted(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "-_./=:,@%+".Contains(c, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
