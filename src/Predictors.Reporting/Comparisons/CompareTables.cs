using Spectre.Console;

namespace Predictors.Reporting;

internal static class CompareTables
{
    public static void WriteTo(IAnsiConsole console, CompareReport report)
    {
        IReadOnlyList<ComparedContender> contenders = report.Comparison.Contenders;
        var labels = new ContenderLabels(contenders.Select(c => c.Contender));
        ReportTable.WriteHeading(console, $"{report.After} against {report.Before}: {Verdict(contenders)}");
        ReportTable table = new ReportTable()
            .Words("Predictor").Words("Change").Numbers("Cost ratio\nbefore").Numbers("95 %\ninterval").Numbers("Cost ratio\nafter")
            .Numbers("95 %\ninterval").Words("Changed most on").Numbers("by\n(%)");
        foreach (ComparedContender contender in contenders)
        {
            table.Row(contender.Change == CostChange.Better, Cells(contender, labels.Of(contender.Contender)));
        }

        table.WriteTo(console, "Predictors");
        RunNotes.WriteTo(console, Legend().Concat(report.Comparison.Notes));
    }

    private static string Verdict(IReadOnlyList<ComparedContender> contenders)
    {
        string[] counts =
        [
            .. Enum.GetValues<CostChange>().OrderByDescending(c => c == CostChange.Worse)
                .Select(change => (Change: change, Count: contenders.Count(c => c.Change == change)))
                .Where(c => c.Count > 0)
                .Select(c => $"{NumberText.Count(c.Count)} {KebabText.Of(c.Change)}"),
        ];
        return counts.Length == 0 ? "neither ranks a predictor" : string.Join(", ", counts);
    }

    private static IEnumerable<string> Cells(ComparedContender contender, string label) =>
    [
        label,
        KebabText.Of(contender.Change),
        NumberText.Fixed(contender.Before?.CostRatio, 3),
        Interval(contender.Before),
        NumberText.Fixed(contender.After?.CostRatio, 3),
        Interval(contender.After),
        contender.Most is { BeforeNs: var before, AfterNs: var after } most && before != after ? most.Trace : NumberText.Undefined,
        contender.Most is { ChangePercent: not 0 } changed ? NumberText.Fixed(changed.ChangePercent, 1) : NumberText.Undefined,
    ];

    private static string Interval(RankResultStanding? standing) => standing is null
        ? NumberText.Undefined
        : $"{NumberText.Fixed(standing.Low, 3)} to {NumberText.Fixed(standing.High, 3)}";

    private static IEnumerable<string> Legend() =>
        ["Better and worse: the 95 % intervals of the cost ratio do not overlap; unclear: they do. Both results are over the same traces and settings."];
}
