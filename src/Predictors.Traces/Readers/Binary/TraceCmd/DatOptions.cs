using System.Text;

namespace Predictors.Traces.Readers.Binary.TraceCmd;

/// <summary>Reads the options that both versions of the format have.</summary>
internal static class DatOptions
{
    /// <summary>Ends the options; in version 7 the offset of further ones follows.</summary>
    public const ushort Done = 0;

    /// <summary>A buffer.</summary>
    public const ushort Buffer = 3;

    private const ushort TraceClock = 4;
    private const ushort TimeShiftOption = 12;
    private const ushort TscToNs = 14;
    private const int MaxClockBytes = 4096;

    /// <summary>Reads an option's data.</summary>
    /// <param name="id">The option.</param>
    /// <param name="size">The size of its data.</param>
    /// <param name="data">At its data.</param>
    /// <param name="contents">Where it goes.</param>
    public static void Read(ushort id, uint size, ByteCursor data, DatContents contents)
    {
        if (id == TraceClock)
        {
            contents.Clock = Current(Encoding.UTF8.GetString(data.Bytes(size, MaxClockBytes, "trace clock")));
        }
        else if (id == TimeShiftOption)
        {
            contents.TimeShift = TimeShift.Read(size, data) ?? contents.TimeShift;
        }
        else if (id == TscToNs)
        {
            uint multiplier = data.U32("TSC multiplier");
            uint shift = data.U32("TSC shift");
            contents.TscScale = multiplier > 0 && shift < 64
                ? new TscScale(multiplier, (int)shift)
                : throw data.File.Damaged(data.At, $"The TSC's scale makes no sense: multiplier {multiplier}, shift {shift}.");
        }
    }

    // "local global counter uptime perf [mono] mono_raw": the clock in use stands in brackets.
    private static string Current(string clocks)
    {
        int start = clocks.IndexOf('[', StringComparison.Ordinal);
        int end = start < 0 ? -1 : clocks.IndexOf(']', start);
        return end < 0 ? "unknown" : clocks[(start + 1)..end];
    }
}
