using Parquet;
using Parquet.Schema;

namespace Predictors.Reporting.Tests;

/// <summary>A Parquet file, read with the library.</summary>
internal sealed record ParquetContent(
    IReadOnlyDictionary<string, string> Metadata, IReadOnlyList<long> GroupRows, IReadOnlyDictionary<string, IReadOnlyList<object?>> Columns)
{
    public static async Task<ParquetContent> Read(byte[] file)
    {
        using var stream = new MemoryStream(file);
        await using ParquetReader reader = await ParquetReader.CreateAsync(stream);
        var columns = reader.Schema.DataFields.ToDictionary(f => f.Name, _ => new List<object?>());
        foreach (ParquetRowGroupReader group in reader.RowGroups)
        {
            foreach (DataField field in reader.Schema.DataFields)
            {
                columns[field.Name].AddRange(await Values(group, field));
            }
        }

        return new ParquetContent(
            reader.CustomMetadata, [.. reader.RowGroups.Select(g => g.RowCount)], columns.ToDictionary(c => c.Key, c => (IReadOnlyList<object?>)c.Value));
    }

    private static async Task<IEnumerable<object?>> Values(ParquetRowGroupReader group, DataField field)
    {
        if (field.ClrType == typeof(long))
        {
            return await Numbers<long>(group, field);
        }

        if (field.ClrType == typeof(int))
        {
            return await Numbers<int>(group, field);
        }

        if (field.ClrType == typeof(bool))
        {
            return await Numbers<bool>(group, field);
        }

        if (field.ClrType == typeof(double))
        {
            return await Numbers<double>(group, field);
        }

        var texts = new string[group.RowCount];
        await group.ReadAsync(field, texts);
        return texts;
    }

    private static async Task<IEnumerable<object?>> Numbers<T>(ParquetRowGroupReader group, DataField field)
        where T : struct
    {
        if (field.IsNullable)
        {
            var optional = new T?[group.RowCount];
            await group.ReadAsync<T>(field, optional.AsMemory());
            return optional.Select(v => (object?)v);
        }

        var values = new T[group.RowCount];
        await group.ReadAsync<T>(field, values.AsMemory());
        return values.Select(v => (object?)v);
    }
}
