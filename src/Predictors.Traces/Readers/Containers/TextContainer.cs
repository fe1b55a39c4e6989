using Predictors.Traces.Compression;

namespace Predictors.Traces.Readers.Containers;

/// <summary>The text of a recording, taken out of what it may be wrapped in: HTML, JSON or atrace's file.</summary>
/// <param name="Text">The text.</param>
/// <param name="Format">The wrapping in words; null where there is none.</param>
internal sealed record TextContainer(Stream Text, string? Format)
{
    private const int PeekBytes = 512;

    /// <summary>Tells a file's wrapping by its first bytes and takes it off.</summary>
    /// <param name="file">The file.</param>
    /// <returns>The text inside.</returns>
    /// <exception cref="TraceFormatException">The file is wrapped in something that holds no such text.</exception>
    public static TextContainer Open(UnpackedFile file)
    {
        PeekStream content = file.Content;
        if (content.Peek(3).SequenceEqual("\uFEFF"u8))
        {
            content.ReadExactly(stackalloc byte[3]);
        }

        ReadOnlySpan<byte> start = content.Peek(PeekBytes);

        // A task may be called "{", but a blank stands before it.
        ReadOnlySpan<byte> text = start.TrimStart("\r\n"u8);
        if (StartsWithTag(text, "<!doctype html") || StartsWithTag(text, "<html"))
        {
            return new TextContainer(new HtmlTraceText(content), "systrace HTML");
        }

        if (text.StartsWith("{"u8))
        {
            return new TextContainer(new JsonTraceText(file.Path, content), "Chrome JSON with ftrace text");
        }

        int trace = start.StartsWith("TRACE:"u8) ? 0 : start.IndexOf("\nTRACE:"u8) + 1;
        return trace > 0 || start.StartsWith("TRACE:"u8)
            ? new TextContainer(Atrace(file, trace), "atrace")
            : new TextContainer(content, null);
    }

    private static bool StartsWithTag(ReadOnlySpan<byte> text, string tag) =>
        text.Length >= tag.Length && System.Text.Ascii.EqualsIgnoreCase(text[..tag.Length], tag);

    // Behind "TRACE:" and a line end comes text, or with "atrace -z" a zlib stream.
    private static Stream Atrace(UnpackedFile file, int mark)
    {
        ReadOnlySpan<byte> start = file.Content.Peek(PeekBytes);
        int data = mark + "TRACE:".Length;
        data += start[data..].StartsWith("\r\n"u8) ? 2 : 1;
        bool zlib = data + 1 < start.Length && start[data] == 0x78 && ((start[data] << 8) | start[data + 1]) % 31 == 0;
        if (!zlib)
        {
            return file.Content;
        }

        file.Content.ReadExactly(new byte[data]);
        return new DecodedStream(file.Path, "zlib", new ZlibContent(file.Content));
    }
}
