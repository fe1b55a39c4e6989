using System.Runtime.InteropServices;

namespace Predictors.Traces.Readers.Text;

/// <summary>The beginning of a text recording, looked at before it is read.</summary>
internal static class TextHead
{
    /// <summary>How much is looked at.</summary>
    public const int Bytes = 4 << 20;

    /// <summary>Reads ahead as far as whole lines go.</summary>
    public static ReadOnlyMemory<byte> Read(Utf8Lines lines)
    {
        ReadOnlyMemory<byte> head = lines.ReadAhead(Bytes);
        return lines.Ended ? head : head[..(head.Span.LastIndexOf((byte)'\n') + 1)];
    }

    /// <summary>Cuts the beginning into lines.</summary>
    public static Utf8Lines Lines(ReadOnlyMemory<byte> head)
    {
        MemoryMarshal.TryGetArray(head, out ArraySegment<byte> array);
        return new Utf8Lines(new MemoryStream(array.Array!, array.Offset, array.Count, writable: false), 1 << 16);
    }

    /// <summary>The kinds of event in it.</summary>
    public static HashSet<KernelEventKind> Kinds(ReadOnlyMemory<byte> head, LineDecoder decoder)
    {
        var kinds = new HashSet<KernelEventKind>();
        Utf8Lines lines = Lines(head);
        while (lines.TryRead(out ReadOnlySpan<byte> line))
        {
            if (!lines.TooLong && decoder.Decode(line, out KernelEvent e, out _) == LineResult.Event)
            {
                kinds.Add(e.Kind);
            }
        }

        return kinds;
    }
}
