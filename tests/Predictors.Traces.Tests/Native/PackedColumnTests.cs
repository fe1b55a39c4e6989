using CsCheck;
using Predictors.Traces.Native;

namespace Predictors.Traces.Tests.Native;

public sealed class PackedColumnTests
{
    // Each column from one range, or all would be 8 bytes wide.
    private static readonly Gen<long[]> Any =
        from range in Gen.OneOf(
            Gen.Const((0L, 255L)),
            Gen.Const((-1L, 254L)),
            Gen.Const((200L, 300L)),
            Gen.Const((-1L, 60_000L)),
            Gen.Const((int.MaxValue - 70_000L, (long)int.MaxValue)),
            Gen.Const((int.MaxValue - 200L, int.MaxValue + 20L)),
            Gen.Const((int.MinValue - 10L, int.MinValue + 300L)),
            Gen.Const(((long)int.MinValue, (long)int.MaxValue)),
            Gen.Const((long.MinValue, long.MaxValue)))
        from values in Gen.Long[range.Item1, range.Item2].Array[1, 150]
        select values;

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
