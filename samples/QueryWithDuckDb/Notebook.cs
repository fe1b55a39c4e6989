using System.Globalization;
using DuckDB.NET.Data;

namespace QueryWithDuckDb;

/// <summary>Questions in SQL to Parquet files, which stay where they are, and their answers as tables.</summary>
internal sealed class Notebook : IDisposable
{
    private readonly DuckDBConnection _connection = new("Data Source=:memory:");
    private readonly Dictionary<string, string> _files = [];

    public Notebook() => _connection.Open();

    /// <summary>Gives a file a name: as a table <c>name</c>, and as a parameter <c>$name</c> for what asks for the file itself.</summary>
    public void Open(string name, string file)
    {
        _files[name] = file;
        using DuckDBCommand command = _connection.CreateCommand();
        command.CommandText = $"CREATE VIEW {name} AS SELECT * FROM read_parquet('{file.Replace("'", "''", StringComparison.Ordinal)}')";
        command.ExecuteNonQuery();
    }

    public void Show(string title, string query)
    {
        using DuckDBCommand command = _connection.CreateCommand();
        command.CommandText = query;
        foreach ((string name, string file) in _files.Where(f => query.Contains('$' + f.Key, StringComparison.Ordinal)))
        {
            command.Parameters.Add(new DuckDBParameter(name, file));
        }

        using DuckDBDataReader reader = command.ExecuteReader();
        var rows = new List<string[]> { Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray() };
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture) ?? string.Empty)]);
        }

        Console.WriteLine(title);
        int[] widths = [.. Enumerable.Range(0, reader.FieldCount).Select(i => rows.Max(r => r[i].Length))];
        foreach (string[] row in rows)
        {
            Console.WriteLine("  " + string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd());
        }

        Console.WriteLine();
    }

    public void Dispose() => _connection.Dispose();
}
