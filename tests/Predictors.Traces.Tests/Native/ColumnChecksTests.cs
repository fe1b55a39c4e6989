using CsCheck;
using Predictors.Traces.Native;

namespace Predictors.Traces.Tests.Native;

/// <summary>The checks of whole columns say what a look at each value says.</summary>
public sealed class ColumnChecksTests
{
    private const SegmentFlags Pair = SegmentFlags.ArrivalMeasured | SegmentFlags.ArrivalEstimated;
    private const SegmentFlags OtherPair = SegmentFlags.Tick | SegmentFlags.RelativeTimer;

    [Test]
    public void AllAtMost_OneChanged_SeesIt() =>
        Gen.Select(Gen.Long[-3, 3].Array[1, 80], Gen.Int[0, 79], Gen.Long[-2, 2]).Sample((values, at, change) =>
        {
            long[] bounds = [.. values];
            bounds[at % values.Length] += change;
            return ColumnChecks.AllAtMost(values, bounds) == (change >= 0);
        });

    [Test]
    public void AllFit_OneChanged_SeesIt() =>
        Gen.Select(Gen.Int[1, 80], Gen.Int[0, 79], Gen.Int[0, 63], Gen.Int[0, 63], Gen.Bool).Sample(
            (count, at, flags, allowed, ran) =>
            {
                SegmentFlags required = ran ? SegmentFlags.TaskRan : SegmentFlags.None;
                SegmentFlags may = (SegmentFlags)allowed | required;
                SegmentFlags[] column = new SegmentFlags[count];
                Array.Fill(column, required);
                column[at % count] = (SegmentFlags)flags;
                return ColumnChecks.AllFit(column, may, required, Pair, OtherPair)
                    == column.All(f => (f & ~may) == 0 && (f & required) == required && (f & Pair) != Pair && (f & OtherPair) != OtherPair);
            },
            iter: 2000);

    [Test]
    public void AllEqualWithout_OneChanged_SeesIt() =>
        Gen.Select(Gen.Int[0, 63].Array[1, 80], Gen.Int[0, 79], Gen.Long[-1, 1]).Sample((flags, at, change) =>
        {
            SegmentFlags[] column = [.. flags.Select(f => (SegmentFlags)f)];
            long[] values = [.. column.Select((_, i) => (long)i)];
            long[] others = [.. values];
            others[at % values.Length] += change;
            return ColumnChecks.AllEqualWithout(Pair, column, values, others) == (change == 0 || (column[at % values.Length] & Pair) != 0);
        });
}
