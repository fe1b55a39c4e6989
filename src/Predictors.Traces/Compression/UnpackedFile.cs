using ZstdSharp;

namespace Predictors.Traces.Compression;

/// <summary>A trace file, decompressed while it is read where it begins like gzip or zstd.</summary>
internal sealed class UnpackedFile : IDisposable
{
    private readonly Stream _file;
    private readonly long _length;

    /// <summary>Reads a trace from an open stream.</summary>
    /// <param name="path">The name for messages.</param>
    /// <param name="file">The stream, disposed with this.</param>
    public UnpackedFile(string path, Stream file)
    {
        Path = path;
        _file = file;
        _length = file.CanSeek ? file.Length : 0;
        var packed = new PeekStream(new DecodedStream(path, "file", file));
        ReadOnlySpan<byte> magic = packed.Peek(4);
        bool gzip = magic.StartsWith<byte>([0x1f, 0x8b]);
        bool zstd = magic.SequenceEqual<byte>([0x28, 0xb5, 0x2f, 0xfd]);
        IsPacked = gzip || zstd;
        Content = new PeekStream(
            gzip ? new DecodedStream(path, "gzip", new GzipContent(packed))
            : zstd ? new DecodedStream(path, "zstd", new DecompressionStream(packed))
            : packed);
    }

    /// <summary>The path, as given.</summary>
    public string Path { get; }

    /// <summary>Whether the file is compressed.</summary>
    public bool IsPacked { get; }

    /// <summary>The decompressed content.</summary>
    public PeekStream Content { get; }

    /// <summary>The share of the file's bytes that was read, from 0 to 1.</summary>
    public double Progress => _length == 0 ? 0 : Math.Min(1, (double)_file.Position / _length);

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The file at its first byte.</returns>
    /// <exception cref="TraceFormatException">It can't be opened.</exception>
    public static UnpackedFile Open(string path)
    {
        FileStream file = OpenFile(path);
        try
        {
            return new UnpackedFile(path, file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Opens a file as it is.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its bytes.</returns>
    /// <exception cref="TraceFormatException">It can't be opened.</exception>
    public static FileStream OpenFile(string path)
    {
        if (Directory.Exists(path))
        {
            throw new TraceFormatException(path, null, "A trace file was expected, but this is a directory.");
        }

        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            string reason = e is FileNotFoundException or DirectoryNotFoundException ? "There is no such file." : e.Message;
            throw new TraceFormatException(path, null, reason, e);
        }
    }

    /// <summary>The content in a form that can be read at any place: the file itself, or where it is packed an unpacked copy.</summary>
    /// <returns>The content; it takes the place of <see cref="Content"/> and is disposed by the caller.</returns>
    /// <exception cref="TraceFormatException">The file can't be unpacked.</exception>
    public Stream Seekable() => IsPacked || !_file.CanSeek ? UnpackedCopy.Make(this, UnpackedCopy.MaxBytes) : _file;

    /// <inheritdoc/>
    public void Dispose()
    {
        Content.Dispose();
        _file.Dispose();
    }
}
