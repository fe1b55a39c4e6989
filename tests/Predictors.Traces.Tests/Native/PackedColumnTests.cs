using CsCheck;
using Predictors.Traces.Native;

namespace Predictors.Traces.Tests.Native;

public sealed class PackedColumnTests
{
    private static readonly Gen<long[]> Any = Gen.OneOf(
        Gen.Long[0, 255],
        Gen.Long[-1, 254],
        Gen.Long[200, 300],
        Gen.Long[-1, 60_000],
        Gen.Long[int.MaxValue - 70_000L, int.MaxValue],
        Gen.Long[int.MaxValue - 200L, int.MaxValue + 20L],
        Gen.Long[int.MinValue, int.MinValue + 300L],
        Gen.Long[int.MinValue, int.MaxValue],
        Gen.Long).Array[1, 150];

    [Test]
    public void TryCopyTo_Integers_GivesThemOrSaysThatOneDoesNotFit() => Any.Sample(values =>
    {
        int[] read = new int[values.Length];
        bool fit = Pack(values).TryCopyTo(read, new long[values.Length]);
        return fit ? read.SequenceEqual(values.Select(v => (int)v)) && values.All(Fits) : !values.All(Fits);

        static bool Fits(long value) => value is >= int.MinValue and <= int.MaxValue;
    });

    [Test]
    public void TryCopyTo_Bytes_GivesThemOrSaysThatOneDoesNotFit() => Any.Sample(values =>
    {
        byte[] read = new byte[values.Length];
        bool fit = Pack(values).TryCopyTo(read, new long[values.Length]);
        return fit ? read.SequenceEqual(values.Select(v => (byte)v)) && values.All(Fits) : !values.All(Fits);

        static bool Fits(long value) => value is >= byte.MinValue and <= byte.MaxValue;
    });

    private static PackedColumn Pack(long[] values)
    {
        byte[] bytes = new byte[ColumnCodec.PrefixBytes + (values.Length * sizeof(long))];
        int written = ColumnCodec.Write(values, bytes);
        Assert.That(PackedColumn.TryOpen(bytes.AsSpan(0, written), values.Length, out PackedColumn column));
        return column;
    }
}
