namespace Predictors.Traces.Compression;

/// <summary>Unpacks a packed file beside, so that it can be read at any place.</summary>
internal static class UnpackedCopy
{
    /// <summary>The most bytes that are unpacked: a larger file must be unpacked by hand.</summary>
    public const long MaxBytes = 8L << 30;

    private const int BufferBytes = 1 << 16;

    /// <summary>Unpacks a file into a temporary one, which is deleted when it is closed.</summary>
    /// <param name="file">The file.</param>
    /// <param name="maxBytes">The most bytes that are unpacked.</param>
    /// <returns>The temporary file.</returns>
    /// <exception cref="TraceFormatException">The file is damaged or gives too much, or the temporary file can't be written.</exception>
    public static FileStream Make(UnpackedFile file, long maxBytes)
    {
        FileStream? copy = null;
        try
        {
            copy = new FileStream(
                Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            var buffer = new byte[BufferBytes];
            int read;
            while ((read = file.Content.Read(buffer)) > 0)
            {
                if (copy.Length + read > maxBytes)
                {
                    throw new TraceFormatException(
                        file.Path, null, $"The packed file gives more than {maxBytes} bytes: unpack it first.");
                }

                copy.Write(buffer.AsSpan(0, read));
            }

            return copy;
        }
        catch (Exception error)
        {
            copy?.Dispose();
            throw error is IOException or UnauthorizedAccessException
                ? new TraceFormatException(
                    file.Path, null, $"The packed file can't be unpacked into the folder for temporary files ({error.Message}): unpack it first.", error)
                : error;
        }
    }
}
