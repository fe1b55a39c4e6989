using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Predictors.Hosting;

/// <summary>SHA-256 hashes of texts, files and folders; a folder is read once, as it does not change while a command runs.</summary>
internal sealed class FileHashes
{
    private readonly Dictionary<string, string> _folders = new(StringComparer.Ordinal);

    /// <summary>A folder's files with their names, and those of its subfolders where they are asked for.</summary>
    public string OfFolder(string folder, bool recursive)
    {
        if (!_folders.TryGetValue(folder, out string? hash))
        {
            IEnumerable<string> files = Directory.EnumerateFiles(folder, "*", recursive ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly);
            hash = Of(files.Order(StringComparer.Ordinal).SelectMany(f => (string[])[Path.GetRelativePath(folder, f), OfFile(f)]));
            _folders.Add(folder, hash);
        }

        return hash;
    }

    public static string OfFile(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    // Lengths keep parts apart: "a" + "bc" is not "ab" + "c".
    public static string Of(IEnumerable<string> parts) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Concat(parts.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Length}:{p}"))))));
}
