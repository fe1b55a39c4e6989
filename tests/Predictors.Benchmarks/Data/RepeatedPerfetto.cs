namespace Predictors.Benchmarks;

/// <summary>A real Perfetto trace, its bundles of kernel events repeated with shifted times until it has a size. Times keep their number of bytes.</summary>
internal static class RepeatedPerfetto
{
    private const int Bundle = 1;
    private const int Event = 2;
    private const int Compact = 4;
    private const int SwitchTimes = 1;
    private const int WakingTimes = 7;
    private const ulong PauseNs = 1_000_000;

    public static void Write(string perfetto, string to, long bytes)
    {
        byte[] file = File.ReadAllBytes(perfetto);
        List<Range> packets = [.. Fields(file, ..file.Length).Where(p => Fields(file, p.Body).Any(f => f.Number == Bundle)).Select(p => p.Whole)];
        List<(int At, int Length, ulong Time)> times = [.. packets.SelectMany(p => Fields(file, p).SelectMany(body => Times(file, body.Body)))];
        ulong spanNs = times.Max(t => t.Time) - times.Min(t => t.Time) + PauseNs;
        using FileStream output = File.Create(to);
        for (ulong shiftNs = 0; output.Position < bytes; shiftNs += spanNs)
        {
            foreach ((int at, int length, ulong time) in times)
            {
                Write(file.AsSpan(at, length), time + shiftNs);
            }

            foreach (Range packet in packets)
            {
                output.Write(file.AsSpan(packet));
            }
        }
    }

    private static IEnumerable<(int At, int Length, ulong Time)> Times(byte[] file, Range packet)
    {
        foreach ((int number, Range bundle, _) in Fields(file, packet).Where(f => f.Number == Bundle))
        {
            foreach ((int inside, Range body, _) in Fields(file, bundle))
            {
                foreach ((int field, Range value, _) in inside is Event or Compact ? Fields(file, body) : [])
                {
                    if (inside == Event ? field == 1 : field is SwitchTimes or WakingTimes)
                    {
                        int at = value.Start.Value;
                        ulong time = Varint(file, ref at);
                        yield return (value.Start.Value, at - value.Start.Value, time);
                    }
                }
            }
        }
    }

    private static IEnumerable<(int Number, Range Body, Range Whole)> Fields(byte[] file, Range within)
    {
        int at = within.Start.Value;
        while (at < within.End.Value)
        {
            int begin = at;
            ulong tag = Varint(file, ref at);
            int from = at;
            switch (tag & 7)
            {
                case 0:
                    Varint(file, ref at);
                    break;
                case 1:
                    at += sizeof(ulong);
                    break;
                case 5:
                    at += sizeof(uint);
                    break;
                default:
                    int length = (int)Varint(file, ref at);
                    from = at;
                    at += length;
                    break;
            }

            yield return ((int)(tag >> 3), from..at, begin..at);
        }
    }

    private static ulong Varint(byte[] file, ref int at)
    {
        ulong value = 0;
        int shift = 0;
        byte part;
        do
        {
            part = file[at++];
            value |= (ulong)(part & 0x7f) << shift;
            shift += 7;
        }
        while (part >= 0x80);
        return value;
    }

    private static void Write(Span<byte> to, ulong value)
    {
        for (int i = 0; i < to.Length; i++)
        {
            to[i] = (byte)((value & 0x7f) | (i < to.Length - 1 ? 0x80u : 0));
            value >>= 7;
        }

        if (value != 0)
        {
            throw new InvalidOperationException("A shifted time needs a byte more: let the file be smaller.");
        }
    }
}
