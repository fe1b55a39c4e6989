using ZstdSharp;

namespace Predictors.Benchmarks;

/// <summary>Unpacks zstd files.</summary>
internal static class PlainCopy
{
    /// <summary>The file, or an unpacked copy of it in a folder.</summary>
    public static string Of(string path, string folder)
    {
        if (Path.GetExtension(path) != ".zst")
        {
            return path;
        }

        string to = Path.Combine(folder, Path.GetFileNameWithoutExtension(path));
        using var packed = new DecompressionStream(File.OpenRead(path));
        using FileStream plain = File.Create(to);
        packed.CopyTo(plain);
        return to;
    }
}
