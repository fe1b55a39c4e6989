using System.IO.Compression;
using Predictors.Traces.Compression;
using ZstdSharp;

namespace Predictors.Traces.Tests.Compression;

[TestFixture]
public sealed class UnpackedFileTests
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i * i >> 7))];

    private static readonly Func<byte[], byte[]>[] Packings = [Gzip, Zstd];

    [Test]
    public void Content_Packed_IsUnpacked([ValueSource(nameof(Packings))] Func<byte[], byte[]> pack) =>
        Assert.That(Read(pack(Content)), Is.EqualTo(Content));

    [Test]
    public void Content_InSeveralPieces_IsReadToTheEnd([ValueSource(nameof(Packings))] Func<byte[], byte[]> pack) =>
        Assert.That(Read([.. pack(Content[..1000]), .. pack(Content[1000..])]), Is.EqualTo(Content));

    [Test]
    public void Content_Plain_IsGivenAsItIs()
    {
        Assert.That(Read(Content), Is.EqualTo(Content));
        Assert.That(Read([]), Is.Empty);
        Assert.That(Read([0x1f]), Is.EqualTo(new byte[] { 0x1f }));
    }

    [Test]
    public void Content_CutShort_IsAnErrorAtEveryLength([ValueSource(nameof(Packings))] Func<byte[], byte[]> pack)
    {
        byte[] packed = pack(Content[..5000]);
        for (int length = 4; length < packed.Length; length++)
        {
            TraceFormatException error = Assert.Throws<TraceFormatException>(() => Read(packed[..length]), $"{length} of {packed.Length} bytes")!;
            Assert.That(error.Message, Does.StartWith("trace: ").And.Contains("cut short"));
        }
    }

    [Test]
    public void Content_Damaged_IsAnError([ValueSource(nameof(Packings))] Func<byte[], byte[]> pack)
    {
        byte[] packed = pack(Content);
        packed[packed.Length / 2] ^= 0x55;

        Assert.That(Assert.Throws<TraceFormatException>(() => Read(packed))!.Message, Does.Contain("damaged"));
    }

    [Test]
    public void Progress_OfPackedFile_CountsPackedBytes()
    {
        using var file = new UnpackedFile("trace", new MemoryStream(Gzip(Content)));
        double before = file.Progress;
        file.Content.CopyTo(Stream.Null);

        Assert.That(before, Is.LessThan(1));
        Assert.That(file.Progress, Is.EqualTo(1));
    }

    private static byte[] Read(byte[] bytes)
    {
        using var file = new UnpackedFile("trace", new MemoryStream(bytes));
        var content = new MemoryStream();
        file.Content.CopyTo(content);
        return content.ToArray();
    }

    private static byte[] Gzip(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private static byte[] Zstd(byte[] bytes)
    {
        using var compressor = new Compressor();
        compressor.SetParameter(ZstdSharp.Unsafe.ZSTD_cParameter.ZSTD_c_checksumFlag, 1);
        return compressor.Wrap(bytes).ToArray();
    }
}
