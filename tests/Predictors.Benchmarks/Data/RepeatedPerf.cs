using System.Buffers.Binary;

namespace Predictors.Benchmarks;

/// <summary>A real perf.data file whose records are not packed: its samples and ends of rounds, repeated with shifted times until it has a size.</summary>
internal static class RepeatedPerf
{
    private const int DataSectionAt = 40;
    private const int FeaturesAt = 72;
    private const int FeatureBytes = 32;
    private const int SectionBytes = 16;
    private const int SampleTypeAt = 24;
    private const int HeaderBytes = 8;
    private const uint Sample = 9;
    private const uint FinishedRound = 68;
    private const ulong BeforeTime = 0x1_0003;
    private const long PauseNs = 1_000_000;

    public static void Write(string perf, string to, long bytes)
    {
        byte[] file = File.ReadAllBytes(perf);
        int data = (int)Word(file, DataSectionAt);
        int end = data + (int)Word(file, DataSectionAt + sizeof(long));
        ulong sampleType = (ulong)Word(file, (int)Word(file, DataSectionAt - SectionBytes) + SampleTypeAt);
        int timeAt = HeaderBytes + (sizeof(long) * System.Numerics.BitOperations.PopCount(sampleType & BeforeTime));
        List<(int At, int Size)> records = [.. Records(file, data, end)];
        long[] times = [.. records.Where(r => IsSample(file, r.At)).Select(r => Word(file, r.At + timeAt))];
        long spanNs = times.Max() - times.Min() + PauseNs;
        using FileStream output = File.Create(to);
        output.Write(file.AsSpan(0, data));
        for (long shiftNs = 0; output.Position < bytes; shiftNs += spanNs)
        {
            foreach ((int at, int size) in records)
            {
                Span<byte> record = file.AsSpan(at, size).ToArray();
                if (IsSample(file, at))
                {
                    BinaryPrimitives.WriteInt64LittleEndian(record[timeAt..], Word(file, at + timeAt) + shiftNs);
                }

                output.Write(record);
            }
        }

        WriteFeatures(file, data, end, output);
    }

    // The sections behind the data move with its end.
    private static void WriteFeatures(byte[] file, int data, int end, FileStream output)
    {
        byte[] tail = file[end..];
        long moved = output.Position - end;
        for (int i = 0; i < file.AsSpan(FeaturesAt, FeatureBytes).ToArray().Sum(b => System.Numerics.BitOperations.PopCount(b)); i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(tail.AsSpan(i * SectionBytes), Word(tail, i * SectionBytes) + moved);
        }

        long size = output.Position - data;
        output.Write(tail);
        output.Position = DataSectionAt + sizeof(long);
        output.Write(BitConverter.GetBytes(size));
    }

    private static IEnumerable<(int At, int Size)> Records(byte[] file, int from, int end)
    {
        int size;
        for (int at = from; at < end; at += size)
        {
            size = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at + 6));
            if (BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at)) is Sample or FinishedRound)
            {
                yield return (at, size);
            }
        }
    }

    private static bool IsSample(byte[] file, int at) => BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at)) == Sample;

    private static long Word(byte[] bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at));
}
