using System.IO.Compression;
using Parquet;
using Parquet.Schema;

namespace Predictors.Reporting;

/// <summary>Writes rows as Parquet, a group at a time: memory does not grow with their number.</summary>
/// <param name="output">Where to; left open.</param>
/// <param name="columns">The columns, all empty.</param>
/// <param name="groupRows">How many rows a group has: 1 or more.</param>
internal sealed class ParquetTable<TRow>(Stream output, IReadOnlyList<ParquetColumn<TRow>> columns, int groupRows = ParquetTable<TRow>.GroupRows)
{
    /// <summary>All columns of a group are in memory until it is written, in several forms; larger groups make no smaller files.</summary>
    public const int GroupRows = 1 << 14;

    private readonly ParquetWriter _writer = ParquetWriter
        .CreateAsync(new ParquetSchema(columns.Select(c => c.Field)), output, new ParquetOptions
        {
            CompressionMethod = CompressionMethod.Zstd,

            // Much slower levels make no smaller files of such columns.
            CompressionLevel = CompressionLevel.Fastest,
        })
        .GetAwaiter().GetResult();

    private int _rows;

    public void Add(in TRow row)
    {
        foreach (ParquetColumn<TRow> column in columns)
        {
            column.Add(in row);
        }

        if (++_rows == groupRows)
        {
            WriteGroup();
        }
    }

    /// <summary>Writes the rest and the end of the file; without it there is no table.</summary>
    /// <param name="metadata">Keys and values that the file carries beside its rows.</param>
    public void Complete(IReadOnlyDictionary<string, string> metadata)
    {
        if (_rows > 0)
        {
            WriteGroup();
        }

        _writer.CustomMetadata = metadata;
        _writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private void WriteGroup()
    {
        using ParquetRowGroupWriter group = _writer.CreateRowGroup();
        foreach (ParquetColumn<TRow> column in columns)
        {
            column.WriteTo(group).GetAwaiter().GetResult();
        }

        _rows = 0;
    }
}
