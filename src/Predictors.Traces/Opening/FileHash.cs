using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Predictors.Traces.Opening;

/// <summary>Hashes files.</summary>
internal static class FileHash
{
    // Hashing a stream reads it in pieces of a page, which costs as much as the hashing itself.
    private const int BufferBytes = 1 << 18;

    /// <summary>Hashes a file from its first byte to its last.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="file">The open file.</param>
    /// <returns>The SHA-256 in lower-case hexadecimal digits.</returns>
    /// <exception cref="TraceFormatException">The file can't be read.</exception>
    public static string Of(string path, SafeFileHandle file)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long at = 0;
            int read;
            while ((read = RandomAccess.Read(file, buffer, at)) > 0)
            {
                hash.AppendData(buffer, 0, read);
                at += read;
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        catch (IOException error)
        {
            throw new TraceFormatException(path, null, $"The file can't be read: {error.Message}", error);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
