using Spectre.Console;

namespace Predictors.Reporting;

/// <summary>A table whose text is never taken for markup: names come from files and plugins.</summary>
internal sealed class ReportTable
{
    private static readonly Style s_heading = new(decoration: Decoration.Bold);
    private static readonly Style s_good = new(Color.Green);

    private readonly Table _table = new Table().Border(TableBorder.Simple);

    public ReportTable Words(string header)
    {
        _table.AddColumn(new TableColumn(new Text(header)));
        return this;
    }

    /// <summary>Adds a column of numbers. The header names the unit.</summary>
    public ReportTable Numbers(string header)
    {
        _table.AddColumn(new TableColumn(new Text(header)).RightAligned().NoWrap());
        return this;
    }

    public void Row(params IEnumerable<string> cells) => _table.AddRow(cells.Select(c => new Text(PlainText.Of(c))));

    /// <summary>Adds a row that stands out where there is colour.</summary>
    public void GoodRow(params IEnumerable<string> cells) =>
        _table.AddRow(cells.Select(c => new Text(PlainText.Of(c), s_good)));

    /// <summary>Adds a row that sums up those above.</summary>
    public void SumRow(params IEnumerable<string> cells) =>
        _table.AddRow(cells.Select(c => new Text(PlainText.Of(c), s_heading)));

    public void WriteTo(IAnsiConsole console, string heading)
    {
        WriteHeading(console, heading);
        if (_table.Rows.Count > 0)
        {
            console.Write(_table);
        }
    }

    public static void WriteHeading(IAnsiConsole console, string heading)
    {
        console.Write(new Text(PlainText.Of(heading), s_heading));
        console.WriteLine();
    }
}
