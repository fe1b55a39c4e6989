using System.IO.Compression;
using ZstdSharp;

namespace Predictors.Traces.Tests.Readers.Binary.Perfetto;

/// <summary>Writes Perfetto traces.</summary>
internal static class PerfettoBytes
{
    /// <summary>A trace of packets.</summary>
    public static byte[] Trace(params ReadOnlySpan<ProtoBytes> packets)
    {
        var trace = new ProtoBytes();
        foreach (ProtoBytes packet in packets)
        {
            trace.Message(1, packet);
        }

        return trace.ToArray();
    }

    /// <summary>A packet with a bundle of one CPU's events.</summary>
    public static ProtoBytes Bundle(uint cpu, params ReadOnlySpan<ProtoBytes> events)
    {
        var bundle = new ProtoBytes().Number(1, cpu);
        foreach (ProtoBytes e in events)
        {
            bundle.Message(2, e);
        }

        return new ProtoBytes().Message(1, bundle);
    }

    public static ProtoBytes Packed(byte[] packets, bool zstd) => new ProtoBytes().Bytes(zstd ? 133 : 50, zstd ? Zstd(packets) : Zlib(packets));

    public static ProtoBytes Event(ulong timeNs, uint pid, int number, ProtoBytes body) =>
        new ProtoBytes().Number(1, timeNs).Number(2, pid).Message(number, body);

    /// <summary>cpu_idle; what is 0 is left out.</summary>
    public static ProtoBytes Idle(ulong timeNs, uint state, uint cpu) => Event(timeNs, 0, 13, Present((1, state), (2, cpu)));

    public static ProtoBytes Switch(ulong timeNs, uint from, uint to) => Event(timeNs, from, 4, Present((2, from), (6, to)));

    public static ProtoBytes Waking(ulong timeNs, uint pid, uint woken, uint cpu) => Event(timeNs, pid, 20, Present((2, woken), (5, cpu)));

    public static ProtoBytes Generic(ulong timeNs, uint pid, string name, params ReadOnlySpan<(string Name, ulong Value)> fields)
    {
        ProtoBytes generic = new ProtoBytes().Text(1, name);
        foreach ((string field, ulong value) in fields)
        {
            generic.Message(2, new ProtoBytes().Text(1, field).Number(5, value));
        }

        return Event(timeNs, pid, 327, generic);
    }

    public static ProtoBytes Stats(uint phase, uint cpu, ulong overrun) =>
        new ProtoBytes().Message(34, new ProtoBytes().Number(1, phase).Message(2, Present((1, cpu), (3, overrun))));

    public static byte[] Gzip(byte[] bytes) => Deflate(bytes, to => new GZipStream(to, CompressionLevel.Fastest, leaveOpen: true));

    private static byte[] Zlib(byte[] bytes) => Deflate(bytes, to => new ZLibStream(to, CompressionLevel.Fastest, leaveOpen: true));

    private static byte[] Zstd(byte[] bytes)
    {
        using var compressor = new Compressor();
        return compressor.Wrap(bytes).ToArray();
    }

    private static byte[] Deflate(byte[] bytes, Func<Stream, Stream> open)
    {
        var packed = new MemoryStream();
        using (Stream stream = open(packed))
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }

    private static ProtoBytes Present(params ReadOnlySpan<(int Field, ulong Value)> fields)
    {
        var message = new ProtoBytes();
        foreach ((int field, ulong value) in fields)
        {
            if (value != 0)
            {
                message.Number(field, value);
            }
        }

        return message;
    }
}
