using System.Globalization;

namespace Predictors.IdlePath;

/// <summary>The published tables, which are embedded as CSV with their sources.</summary>
internal static class PublishedTables
{
    private const string ResourcePrefix = "Predictors.IdlePath.Reproduction.Published.";
    private const string NotReproduced = "not-reproduced";

    /// <summary>The tables that are not reproduced, and why.</summary>
    public static IReadOnlyList<UnreproducedTable> Unreproduced { get; } =
        [.. RowsOf(Lines(NotReproduced)).Select(row => new UnreproducedTable(row[0], row[1], row[2]))];

    public static PublishedTable Get(string name)
    {
        string[] lines = Lines(name);
        return new PublishedTable(name, Comment(lines, "title"), Comment(lines, "source"), [.. RowsOf(lines).Select(FigureOf)]);
    }

    private static string[] Lines(string name)
    {
        using Stream resource = typeof(PublishedTables).Assembly.GetManifestResourceStream($"{ResourcePrefix}{name}.csv")!;
        using var text = new StreamReader(resource);
        return text.ReadToEnd().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Comment(string[] lines, string key)
    {
        string begin = $"# {key}: ";
        return lines.First(l => l.StartsWith(begin, StringComparison.Ordinal))[begin.Length..];
    }

    private static IEnumerable<string[]> RowsOf(string[] lines) => lines.Where(l => l[0] != '#').Skip(1).Select(Fields);

    private static PublishedFigure FigureOf(string[] row) => new(
        row[0],
        row[1],
        row[2],
        double.Parse(row[3], CultureInfo.InvariantCulture),
        double.Parse(row[4], CultureInfo.InvariantCulture),
        FigureBar.Parse(row[5]));

    /// <summary>The fields of a row; a quoted one may hold commas.</summary>
    private static string[] Fields(string line)
    {
        var fields = new List<string>();
        int from = 0;
        while (from <= line.Length)
        {
            bool quoted = from < line.Length && line[from] == '"';
            int end = quoted ? line.IndexOf('"', from + 1) : line.IndexOf(',', from);
            end = end < 0 ? line.Length : end;
            fields.Add(quoted ? line[(from + 1)..end] : line[from..end]);
            from = end + (quoted ? 2 : 1);
        }

        return [.. fields];
    }
}
