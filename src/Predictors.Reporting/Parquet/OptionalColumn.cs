using System.Buffers;
using Parquet;
using Parquet.Schema;

namespace Predictors.Reporting;

/// <summary>A column some of whose values are not known: null.</summary>
internal sealed class OptionalColumn<TRow, TValue>(string name, ColumnValue<TRow, TValue?> value)
    : ParquetColumn<TRow>(new DataField(name, typeof(TValue), isNullable: true))
    where TValue : struct
{
    private readonly ArrayBufferWriter<TValue?> _values = new();

    public override void Add(in TRow row)
    {
        _values.GetSpan(1)[0] = value(in row);
        _values.Advance(1);
    }

    public override async Task WriteTo(ParquetRowGroupWriter group)
    {
        await group.WriteAsync<TValue>(Field, _values.WrittenMemory);
        _values.ResetWrittenCount();
    }
}
