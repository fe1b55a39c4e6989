using System.Collections.Concurrent;
using Predictors.Traces.Compression;
using Predictors.Traces.Readers.Binary;
using Predictors.Traces.Readers.Binary.Perfetto;

namespace Predictors.Traces.Tests.Readers.Hostile;

/// <summary>A real recording, unpacked, or the beginning of one that can be read by itself.</summary>
internal static class RealFile
{
    private const int TextBytes = 30_000;
    private const int PerfettoBytes = 150_000;
    private static readonly ConcurrentDictionary<string, byte[]> Read = new();

    public static byte[] Of(string name) => Read.GetOrAdd(SharedRecordings.Find(name), path =>
    {
        using var file = UnpackedFile.Open(path);
        var all = new MemoryStream();
        file.Content.CopyTo(all);
        byte[] bytes = all.ToArray();
        return bytes[0] == PacketReader.Mark ? bytes[..PacketEnds(bytes).Last(end => end <= PerfettoBytes)]
            : name.Contains(".txt", StringComparison.Ordinal) ? bytes[..(bytes.AsSpan(0, TextBytes).LastIndexOf((byte)'\n') + 1)]
            : bytes;
    });

    /// <summary>Where the parts of a file begin and end, spread over at most so many of them.</summary>
    public static IEnumerable<int> Boundaries(byte[] bytes, int most)
    {
        SortedSet<int> places = bytes[0] == PacketReader.Mark ? [.. PacketEnds(bytes)] : [.. PlacesRead(bytes).SelectMany(p => new[] { p.At, p.At + p.Length })];
        return Spread([.. places.Where(p => p > 0 && p < bytes.Length)], most);
    }

    /// <summary>Where numbers stand that a reader reads by themselves: sizes, offsets, counts.</summary>
    public static IEnumerable<(int At, int Length)> Numbers(byte[] bytes, int most) =>
        Spread([.. PlacesRead(bytes).Where(p => p.Length is 2 or 4 or 8 && p.At >= 11).OrderBy(p => p)], most);

    private static HashSet<(int At, int Length)> PlacesRead(byte[] bytes)
    {
        var stream = new PlacesReadStream(bytes);
        using BinaryEventReader? reader = BinaryRecordings.TryOpen(new UnpackedFile("file", stream), new KernelEventReaderOptions());
        var events = new KernelEvent[4096];
        while (reader is not null && reader.Read(events) > 0)
        {
        }

        return stream.Places;
    }

    private static List<int> PacketEnds(byte[] bytes)
    {
        var reader = new PacketReader("file", new MemoryStream(bytes));
        var ends = new List<int>();
        while (reader.TryRead(out _))
        {
            ends.Add((int)reader.Place);
        }

        return ends;
    }

    private static IEnumerable<T> Spread<T>(T[] all, int most) =>
        all.Length <= most ? all : Enumerable.Range(0, most).Select(i => all[(int)((long)i * all.Length / most)]);
}
