using Spectre.Console;
using Spectre.Console.Rendering;

namespace Predictors.Reporting;

/// <summary>A table whose text is never taken for markup: names come from files and plugins.</summary>
internal sealed class ReportTable
{
    private static readonly Style s_heading = new(decoration: Decoration.Bold);
    private static readonly Style s_good = new(Color.Green);

    private const int Gap = 2;
    private const int BorderGap = 1;

    private readonly List<List<IRenderable>> _cells = [];
    private readonly Table _table = new Table().Border(TableBorder.Simple);

    public bool IsEmpty => _table.Rows.Count == 0;

    /// <summary>Adds a column of short text, which is never broken.</summary>
    public ReportTable Words(string header) => Column(new TableColumn(new Text(header)).NoWrap());

    /// <summary>Adds a column of longer text, which a narrow terminal breaks between words.</summary>
    public ReportTable Prose(string header) => Column(new TableColumn(new Text(header)));

    /// <summary>Adds a column of numbers. The header names the unit.</summary>
    public ReportTable Numbers(string header) => Column(new TableColumn(new Text(header)).RightAligned().NoWrap());

    public void Row(params IEnumerable<string> cells) => Row(cells, Style.Plain);

    /// <summary>Adds a row that stands out, where there is colour, if it is good.</summary>
    public void Row(bool isGood, IEnumerable<string> cells) => Row(cells, isGood ? s_good : Style.Plain);

    /// <summary>Adds a row that sums up those above.</summary>
    public void SumRow(IEnumerable<string> cells) => Row(cells, s_heading);

    public void WriteTo(IAnsiConsole console, string heading)
    {
        WriteHeading(console, heading);
        if (IsEmpty)
        {
            return;
        }

        // A table that does not fit is not drawn, or breaks its figures: better to let a narrow terminal break its lines.
        int width = console.Profile.Width;
        console.Profile.Width = Math.Max(width, LeastWidth(RenderOptions.Create(console)));
        console.Write(_table);
        console.Profile.Width = width;
    }

    public static void WriteHeading(IAnsiConsole console, string heading)
    {
        console.Write(new Text(PlainText.Of(heading), s_heading));
        console.WriteLine();
    }

    private ReportTable Column(TableColumn column)
    {
        _table.AddColumn(column.Padding(left: 0, top: 0, right: Gap - BorderGap, bottom: 0));
        _cells.Add([(IRenderable)column.Header]);
        return this;
    }

    private void Row(IEnumerable<string> cells, Style style)
    {
        Text[] texts = [.. cells.Select(c => new Text(PlainText.Of(c), style))];
        for (int i = 0; i < texts.Length; i++)
        {
            _cells[i].Add(texts[i]);
        }

        _table.AddRow(texts);
    }

    // The longest line of a column that is never broken, the longest word of one that may be.
    private int LeastWidth(RenderOptions options) => BorderGap + _table.Columns.Select((column, i) => Gap + _cells[i].Max(cell =>
    {
        Measurement measured = cell.Measure(options, int.MaxValue);
        return column.NoWrap ? measured.Max : measured.Min;
    })).Sum();
}
