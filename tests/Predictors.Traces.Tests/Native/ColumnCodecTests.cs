using CsCheck;
using Predictors.Traces.Native;

namespace Predictors.Traces.Tests.Native;

public sealed class ColumnCodecTests
{
    [TestCase(0ul, 0)]
    [TestCase(1ul, 1)]
    [TestCase(255ul, 1)]
    [TestCase(256ul, 2)]
    [TestCase(65_535ul, 2)]
    [TestCase(65_536ul, 4)]
    [TestCase(4_294_967_295ul, 4)]
    [TestCase(4_294_967_296ul, 8)]
    [TestCase(ulong.MaxValue, 8)]
    public void Write_ValuesSoFarApart_TakesTheNarrowestWidth(ulong range, int width)
    {
        long low = range == ulong.MaxValue ? long.MinValue : -1;
        long[] values = [low, (long)((ulong)low + range), low];
        byte[] bytes = new byte[64];

        int written = ColumnCodec.Write(values, bytes);
        long[] read = new long[3];
        int taken = ColumnCodec.Read(bytes.AsSpan(0, written), read);

        Assert.That((int)bytes[0], Is.EqualTo(width));
        Assert.That((written, taken), Is.EqualTo((9 + (3 * width), written)));
        Assert.That(read, Is.EqualTo(values));
    }

    [Test]
    public void Read_AnyNumberOfValuesOfAnyWidth_GivesThemBack()
    {
        Gen<long> value = Gen.OneOf(Gen.Long[-3, 200], Gen.Long[-70_000, 60_000], Gen.Long[0, uint.MaxValue], Gen.Long);
        Gen.Select(Gen.OneOf(Gen.Long[0, 250], Gen.Long[-40_000, 20_000], Gen.Long[0, 1L << 31], value).Array[1, 150], Gen.Long).Sample((values, low) =>
        {
            long[] moved = [.. values.Select(v => unchecked(v + low))];
            byte[] bytes = new byte[9 + (8 * moved.Length)];
            int written = ColumnCodec.Write(moved, bytes);
            long[] read = new long[moved.Length];
            return ColumnCodec.Read(bytes.AsSpan(0, written), read) == written && read.SequenceEqual(moved);
        });
    }

    [TestCase(3)]
    [TestCase(5)]
    [TestCase(9)]
    [TestCase(255)]
    public void Read_WidthThatIsNone_IsRefused(byte width)
    {
        byte[] bytes = new byte[1024];
        bytes[0] = width;

        Assert.That(ColumnCodec.Read(bytes, new long[2]), Is.EqualTo(-1));
    }

    [Test]
    public void Read_TooFewBytes_IsRefused()
    {
        byte[] bytes = new byte[9 + 15];
        bytes[0] = 8;

        Assert.That(ColumnCodec.Read(bytes, new long[2]), Is.EqualTo(-1));
        Assert.That(ColumnCodec.Read(bytes.AsSpan(0, 8), new long[1]), Is.EqualTo(-1));
    }
}
