using Parquet;
using Parquet.Schema;

namespace Predictors.Reporting;

/// <summary>A column of a Parquet file: holds the values of one group of rows.</summary>
/// <param name="field">Its name and type.</param>
internal abstract class ParquetColumn<TRow>(DataField field)
{
    public DataField Field { get; } = field;

    public abstract void Add(in TRow row);

    /// <summary>Writes what it holds, and is empty again.</summary>
    public abstract Task WriteTo(ParquetRowGroupWriter group);
}
