using System.Globalization;
using Predictors.IdlePath;
using Spectre.Console;

namespace Predictors.Reporting;

internal static class ReproduceTables
{
    public static void WriteTo(IAnsiConsole console, ReproduceReport report)
    {
        foreach (ReproducedTable table in report.Tables)
        {
            WriteTable(console, table);
        }

        if (report.Unreproduced.Count > 0)
        {
            ReportTable unreproduced = new ReportTable().Words("Table").Prose("What").Prose("Why not");
            foreach (UnreproducedTable table in report.Unreproduced)
            {
                unreproduced.Row(table.Name, table.Title, table.Reason);
            }

            unreproduced.WriteTo(console, "Not reproduced");
        }

        ReproducedFigure[] figures = [.. report.Tables.SelectMany(t => t.Figures)];
        ReproducedFigure[] predicted = [.. figures.Where(f => !f.IsFitted && f.Published.Bar.Kind != FigureBarKind.None)];
        ReportTable.WriteHeading(
            console,
            $"{predicted.Count(f => f.IsInside)} of {predicted.Length} predicted figures meet their bar; {figures.Count(f => f.IsFitted)} more were fitted and prove nothing");
    }

    private static void WriteTable(IAnsiConsole console, ReproducedTable table)
    {
        ReportTable rows = new ReportTable()
            .Words("Configuration").Words("Metric").Words("Unit").Numbers("Published").Numbers("Simulated").Numbers("Error\n(%)").Words("Bar").Words("");
        foreach (ReproducedFigure figure in table.Figures)
        {
            PublishedFigure published = figure.Published;
            rows.Row(
                figure.IsInside,
                [
                    published.Configuration,
                    published.Metric,
                    published.Unit,
                    published.Low == published.High ? Number(published.Low) : $"{Number(published.Low)} to {Number(published.High)}",
                    Number(figure.Simulated),
                    NumberText.Fixed(figure.Error * 100, 1),
                    published.Bar.Text,
                    figure.IsFitted ? "fitted" : figure.IsInside ? "inside" : "OUTSIDE",
                ]);
        }

        rows.WriteTo(console, $"{table.Published.Name}: {table.Published.Title}");
        RunNotes.WriteTo(
            console,
            [
                $"Published: {table.Published.Source}; simulated: machine profile {table.Profile}.",
                .. table.Orders.Select(o => $"Order {(o.Holds ? "holds" : "DOES NOT HOLD")}: {o.Text}."),
                .. table.Notes,
            ]);
        console.WriteLine();
    }

    private static string Number(double value) => value.ToString(Math.Abs(value) < 100 ? "0.##" : "#,0", CultureInfo.InvariantCulture);
}
