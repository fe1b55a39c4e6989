using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Predictors.Benchmarks;

/// <summary>A real ftrace recording, repeated with shifted times until it has a size.</summary>
internal static class RepeatedTrace
{
    public static void Write(string gzip, string to, long bytes)
    {
        List<(string Before, long Us, string After)> lines = [.. Lines(gzip)];
        long spanUs = lines[^1].Us - lines[0].Us + 1000;
        using var output = new StreamWriter(to, append: false, Encoding.ASCII, 1 << 20);
        for (long shiftUs = 0; output.BaseStream.Position < bytes; shiftUs += spanUs)
        {
            foreach ((string before, long us, string after) in lines)
            {
                long time = us + shiftUs;
                output.Write(string.Create(CultureInfo.InvariantCulture, $"{before}{time / 1_000_000}.{time % 1_000_000:D6}{after}\n"));
            }
        }
    }

    private static IEnumerable<(string Before, long Us, string After)> Lines(string gzip)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(gzip), CompressionMode.Decompress), Encoding.ASCII);
        while (reader.ReadLine() is { } line)
        {
            int colon = line.StartsWith('#') ? -1 : line.IndexOf(": ", line.IndexOf(']', StringComparison.Ordinal), StringComparison.Ordinal);
            if (colon > 0)
            {
                int begin = line.LastIndexOf(' ', colon) + 1;
                string[] parts = line[begin..colon].Split('.');
                long us = (long.Parse(parts[0], CultureInfo.InvariantCulture) * 1_000_000) + long.Parse(parts[1], CultureInfo.InvariantCulture);
                yield return (line[..begin], us, line[colon..]);
            }
        }
    }
}
