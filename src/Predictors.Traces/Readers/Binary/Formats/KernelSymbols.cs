using System.Text;
using Predictors.Traces.Readers.Text;

namespace Predictors.Traces.Readers.Binary.Formats;

/// <summary>The few addresses of a recording's kernel that events tell as numbers and that mean something to the importer.</summary>
internal sealed class KernelSymbols
{
    private const int BufferBytes = 1 << 16;
    private const int MaxAddresses = 64;
    private readonly List<long> _tickFunctions = [];
    private readonly List<long> _reschedulingReasons = [];

    /// <summary>Whether an address is that of the tick timer's function.</summary>
    public bool IsTick(long address) => _tickFunctions.Contains(address);

    /// <summary>Value A of <see cref="KernelEventKind.IpiEntry"/>, by the address of the IPI's reason.</summary>
    public long IpiReason(long address) => _reschedulingReasons.Contains(address) ? 1 : 0;

    /// <summary>Reads lines such as <c>ffffffff81433060 t tick_nohz_handler</c>.</summary>
    public void ReadFunctions(Stream kallsyms)
    {
        var lines = new Utf8Lines(kallsyms, BufferBytes);
        byte[][] wanted = [.. KernelNames.TickFunctions.Select(Encoding.ASCII.GetBytes)];
        while (lines.TryRead(out ReadOnlySpan<byte> line))
        {
            foreach (byte[] name in wanted)
            {
                if (line.Length > name.Length && line.EndsWith(name) && line[^(name.Length + 1)] == (byte)' ')
                {
                    Add(_tickFunctions, line);
                }
            }
        }
    }

    /// <summary>Reads lines such as <c>0xffff8000108a2b20 : "Rescheduling interrupts"</c>.</summary>
    public void ReadTexts(Stream printkFormats)
    {
        var lines = new Utf8Lines(printkFormats, BufferBytes);
        while (lines.TryRead(out ReadOnlySpan<byte> line))
        {
            if (KernelNames.IpiReason(line) == 1)
            {
                Add(_reschedulingReasons, line);
            }
        }
    }

    private static void Add(List<long> addresses, ReadOnlySpan<byte> line)
    {
        if (Fields.TryHex(line, out long address) && addresses.Count < MaxAddresses)
        {
            addresses.Add(address);
        }
    }
}
