using Parquet;
using Parquet.Schema;

namespace Predictors.Reporting;

/// <summary>A column of texts.</summary>
internal sealed class TextColumn<TRow>(string name, ColumnValue<TRow, string> value)
    : ParquetColumn<TRow>(new DataField(name, typeof(string), isNullable: false))
{
    private readonly List<string> _values = [];

    public override void Add(in TRow row) => _values.Add(value(in row));

    public override async Task WriteTo(ParquetRowGroupWriter group)
    {
        await group.WriteAsync(Field, _values);
        _values.Clear();
    }
}
