using Predictors.Traces.Compression;
using Predictors.Traces.Csv;
using Predictors.Traces.Native;
using Predictors.Traces.Readers.Text;

namespace Predictors.Traces.Opening;

/// <summary>Tells what a trace file is by its content; its name does not count.</summary>
internal static class FileKinds
{
    private const int MaxCommentLines = 1000;
    private const int BufferBytes = 1 << 16;

    /// <summary>Looks at the beginning of a file; what is neither packed nor CSV is taken for a recording.</summary>
    /// <exception cref="TraceFormatException">It can't be opened or decompressed.</exception>
    public static FileKind Of(string path)
    {
        using UnpackedFile file = UnpackedFile.Open(path);
        if (file.Content.Peek(WakeFormat.Magic.Length).SequenceEqual(WakeFormat.Magic))
        {
            return !file.IsPacked
                ? FileKind.Packed
                : throw new TraceFormatException(path, null, "This is a packed trace (.wake) that was compressed once more: decompress it first.");
        }

        return IsCsv(file.Content) ? FileKind.Csv : FileKind.Recording;
    }

    /// <summary>Refuses a file that holds segments alone.</summary>
    /// <exception cref="TraceFormatException">It does, or can't be opened.</exception>
    public static void RequireTasks(string path)
    {
        if (Of(path) != FileKind.Recording)
        {
            throw new TraceFormatException(
                path, null, "This trace holds idle segments and no longer the tasks that ran between them: choose by process from the recording that it was made of.");
        }
    }

    private static bool IsCsv(Stream content)
    {
        var lines = new Utf8Lines(content, BufferBytes);
        while (lines.LineNumber < MaxCommentLines && lines.TryRead(out ReadOnlySpan<byte> line) && !lines.TooLong)
        {
            line = CsvHeaderLine.WithoutMark(line, lines.LineNumber);
            if (!line.IsEmpty && line[0] != '#')
            {
                return CsvHeaderLine.IsMeant(line);
            }
        }

        return false;
    }
}
