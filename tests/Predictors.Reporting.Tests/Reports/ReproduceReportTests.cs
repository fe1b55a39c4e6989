using Predictors.IdlePath;

namespace Predictors.Reporting.Tests;

public class ReproduceReportTests
{
    [Test]
    public void Write_InsideFittedAndOutside_IsAsExpected() => Expectation.Holds("reproduce", Report);

    [Test]
    public void IsInside_OneFigureOutside_IsFalse()
    {
        ReproducedTable table = Report.Tables[0];

        Assert.That(Report.IsInside, Is.False);
        Assert.That((Report with { Tables = [table with { Figures = [table.Figures[0]], Orders = [] }] }).IsInside, Is.True);
    }

    private static ReproduceReport Report => new(
        [
            new ReproducedTable(
                new PublishedTable("T1", "A [red] benchmark", "https://example.org/t1", []),
                "skylake-sp",
                [
                    Figure("no-patch", 2493.14, 2493.14, 2490, new FigureBar(FigureBarKind.Share, 0.15), isFitted: true),
                    Figure("smart-poll", 1159, 1159, 1391, new FigureBar(FigureBarKind.Share, 0.15)),
                    Figure("always", 4.6, 14, 13.6, new FigureBar(FigureBarKind.Factor, 1.5)),
                    Figure("nothing", 0, 0, 0.5, new FigureBar(FigureBarKind.Exact, 0)),
                ],
                [new OrderCheck("the one is faster", true), new OrderCheck("the other is slower", false)],
                ["A ping-pong."]),
        ],
        [new UnreproducedTable("T3", "Whole applications", "Nobody published what they do.")]);

    private static ReproducedFigure Figure(string configuration, double low, double high, double simulated, FigureBar bar, bool isFitted = false) =>
        new(new PublishedFigure(configuration, "switch", "ns", low, high, bar), simulated, isFitted);
}
