using System.Buffers.Binary;
using CsCheck;
using Predictors.Traces.Native;
using Predictors.Traces.Tests.Conversion;
using Predictors.Traces.Tests.Readers.Hostile;

namespace Predictors.Traces.Tests.Native;

public sealed class WakeDamageTests
{
    [Test]
    public void Read_AnyByteChanged_IsRefused([Values] bool compress)
    {
        using var folder = new TemporaryFolder();
        byte[] good = WakeBytes.Of(WakeBytes.Small(), compress);
        var accepted = new List<int>();
        for (int i = 0; i < good.Length; i++)
        {
            foreach (byte change in new byte[] { 1, 0x80, 0xff })
            {
                byte[] bad = [.. good];
                bad[i] ^= change;
                if (Refusal(folder, bad) is null)
                {
                    accepted.Add(i);
                }
            }
        }

        Assert.That(accepted, Is.Empty);
    }

    [Test]
    public void Read_CutAtAnyLength_IsRefused([Values] bool compress)
    {
        using var folder = new TemporaryFolder();
        byte[] good = WakeBytes.Of(WakeBytes.Small(), compress);
        for (int length = 0; length < good.Length; length++)
        {
            Assert.That(Refusal(folder, good[..length]), Is.Not.Null, $"cut to {length} bytes");
        }
    }

    [Test]
    public void Read_CutShort_SaysSo()
    {
        using var folder = new TemporaryFolder();
        byte[] good = WakeBytes.Of(WakeBytes.Small(), compress: false);

        Assert.That(Refusal(folder, good[..^1]), Is.EqualTo(
            $"{folder["bad.wake"]}, byte {good.Length - 1}: the file does not end with an intact end mark: it is cut short, damaged, or was never finished."));
    }

    [Test]
    public void Read_BytesBehindTheEnd_AreRefused()
    {
        using var folder = new TemporaryFolder();
        byte[] good = WakeBytes.Of(WakeBytes.Small(), compress: false);

        Assert.That(Refusal(folder, [.. good, 0]), Does.Contain("does not end with an intact end mark"));
    }

    [Test]
    public void Read_ChunkThatIsMissing_IsRefused()
    {
        using var folder = new TemporaryFolder();
        byte[] good = WakeBytes.Of(WakeBytes.Small(), compress: false, maxChunkSegments: 1);
        int first = FirstBlock(good);
        int length = WakeBlock.Bytes + (int)WakeBlock.Read(good.AsSpan(first)).StoredBytes;

        // The end mark knows where the chunks end, so the hole shows there first; moved with it, in the numbering.
        byte[] bad = [.. good[..first], .. good[(first + length)..]];
        MoveEnd(bad, -length);

        Assert.That(Refusal(folder, bad), Is.EqualTo(
            $"{folder["bad.wake"]}, byte {first}: the chunk begins with segment 1 of vCPU 0, expected segment 0."));
    }

    [Test]
    public void Read_LastChunkThatIsMissing_IsRefused()
    {
        using var folder = new TemporaryFolder();
        byte[] good = WakeBytes.Of(WakeBytes.Small(), compress: false);
        int first = FirstBlock(good);
        int second = first + WakeBlock.Bytes + (int)WakeBlock.Read(good.AsSpan(first)).StoredBytes;
        int length = WakeBlock.Bytes + (int)WakeBlock.Read(good.AsSpan(second)).StoredBytes;
        byte[] bad = [.. good[..second], .. good[(second + length)..]];
        MoveEnd(bad, -length);

        Assert.That(Refusal(folder, bad), Is.EqualTo(
            $"{folder["bad.wake"]}, byte {second}: the chunks hold 2 segments, the end mark says 3."));
    }

    [TestCase(8, uint.MaxValue, "sizes")]
    [TestCase(12, uint.MaxValue, "sizes")]
    [TestCase(12, 1u, "sizes")]
    [TestCase(16, 8192u, "vCPU 8192 is above the greatest, 8191")]
    [TestCase(20, 0u, "sizes")]
    [TestCase(20, uint.MaxValue, "1 to 65536 segments, this one 4294967295")]
    [TestCase(20, 1u, "are not 1 segments")]
    [TestCase(20, 65_536u, "are not 65536 segments")]
    [TestCase(4, 2u, "codec is 2")]
    [TestCase(4, 1u, "zstd")]
    public void Read_ChunkHeadThatLies_IsRefused(int field, uint value, string expected)
    {
        using var folder = new TemporaryFolder();
        byte[] bytes = WakeBytes.Of(WakeBytes.Small(), compress: false);
        int first = FirstBlock(bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(first + field), value);
        WakeSeals.Seal(bytes, first);

        Assert.That(Refusal(folder, bytes), Does.StartWith($"{folder["bad.wake"]}, byte {first}: ").And.Contain(expected));
    }

    [Test]
    public void Read_ChunkWithoutSegments_IsRefused()
    {
        using var folder = new TemporaryFolder();
        byte[] bytes = WakeBytes.Of(Row(1), compress: false);
        int first = FirstBlock(bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(first + 20), 0);
        WakeSeals.Seal(bytes, first);

        Assert.That(Refusal(folder, bytes), Is.EqualTo($"{folder["bad.wake"]}, byte {first}: a chunk has 1 to 65536 segments, this one 0."));
    }

    [Test]
    public void Read_CompressedChunkThatIsLonger_IsRefused()
    {
        using var folder = new TemporaryFolder();
        byte[] bytes = WakeBytes.Of(Row(1000), compress: true);
        int first = FirstBlock(bytes);
        WakeBlock block = WakeBlock.Read(bytes.AsSpan(first));
        Assert.That(block.Codec, Is.EqualTo(1));
        foreach (uint plain in new[] { block.PlainBytes - 1, block.PlainBytes + 1 })
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(first + 12), plain);
            WakeSeals.Seal(bytes, first);
            Assert.That(Refusal(folder, bytes), Does.Contain($"byte {first}: the block"));
        }
    }

    [Test]
    public void Read_SegmentsThatBreakARule_AreRefused()
    {
        using var folder = new TemporaryFolder();
        byte[] bytes = WakeBytes.Of(WakeBytes.Small(), compress: false);
        int first = FirstBlock(bytes);

        // The first column holds the first entry: 1000 becomes -1.
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(first + WakeBlock.Bytes + 1), -1);
        WakeSeals.Seal(bytes, first);

        Assert.That(Refusal(folder, bytes), Is.EqualTo(
            $"{folder["bad.wake"]}, byte {first}: segment 0 of vCPU 0: the entry at -1 ns lies before the previous exit at 0 ns."));
    }

    [Test]
    public void Content_ChangedUnderRightChecksums_GivesSegmentsThatKeepTheRulesOrOneClearError()
    {
        using var folder = new TemporaryFolder();
        byte[] small = WakeBytes.Of(WakeBytes.Small(), compress: false);
        int first = FirstBlock(small);
        Gen.Select(Gen.Int[first, small.Length - 1], Gen.Byte).Array[1, 6].Sample(
            changes =>
            {
                byte[] bytes = [.. small];
                foreach ((int at, byte value) in changes)
                {
                    bytes[at] = value;
                }

                WakeSeals.SealAll(bytes);
                HostileRead.Trace(folder.Write("changed.wake", bytes));
            },
            iter: 3000,
            threads: 1);
    }

    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("{\"firstNs\":")]
    [TestCase("""{"firstNs":0,"lastNs":0,"vcpus":[null],"events":{},"causes":[0,0,0,0,0,0],"arrivalsMeasured":0,"arrivalsEstimated":0,"arrivalsUnknown":0,"unparsedLines":0,"unparsedExamples":[],"anomalies":[]}""")]
    [TestCase("""{"firstNs":0,"lastNs":0,"vcpus":[{"vcpu":8192}],"events":{},"causes":[0,0,0,0,0,0],"arrivalsMeasured":0,"arrivalsEstimated":0,"arrivalsUnknown":0,"unparsedLines":0,"unparsedExamples":[],"anomalies":[]}""")]
    public void Parse_InspectionThatIsNone_IsRefused(string json) =>
        Assert.That(() => InspectionDocument.Parse(System.Text.Encoding.UTF8.GetBytes(json)), Throws.InstanceOf<System.Text.Json.JsonException>());

    private static RowReader Row(int segments) => new(Abstractions.TraceColumns.None,
        [.. Enumerable.Range(0, segments).Select(i => new TraceRow(0, i * 100, (i * 100) + 50, (i * 100) + 50, 0, SegmentFlags.TaskRan, -1, -1, -1, 0, -1, -1))]);

    private static string? Refusal(TemporaryFolder folder, byte[] bytes)
    {
        string path = folder.Write("bad.wake", bytes);
        try
        {
            using var reader = new WakeReader(path);
            RowReader.ReadAll(reader);
            return null;
        }
        catch (TraceFormatException error)
        {
            return error.Message;
        }
    }

    private static int FirstBlock(byte[] bytes) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(12));

    private static void MoveEnd(byte[] bytes, int by)
    {
        int end = bytes.Length - WakeBlock.EndPayloadBytes - WakeBlock.Bytes;
        Span<byte> offset = bytes.AsSpan(end + WakeBlock.Bytes + 8);
        BinaryPrimitives.WriteInt64LittleEndian(offset, BinaryPrimitives.ReadInt64LittleEndian(offset) + by);
        WakeSeals.Seal(bytes, end);
    }
}
