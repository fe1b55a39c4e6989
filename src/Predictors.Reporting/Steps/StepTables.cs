using Predictors.IdlePath;
using Predictors.Ranking;
using Spectre.Console;

namespace Predictors.Reporting;

internal static class StepTables
{
    public static void WriteTo(IAnsiConsole console, StepReport report)
    {
        SteppedWalk walk = report.Walk;
        ReportTable table = new ReportTable()
            .Numbers("Decision").Numbers("Entry\n(us)").Numbers("Busy\n(us)").Numbers("Next timer\n(us)").Numbers("Window\n(us)")
            .Numbers("Arrival\n(us)").Words("Cause").Words("What happened").Numbers("Cost\n(us)")
            .Numbers("At once\n(us)").Numbers("Polled\nthrough\n(us)").Numbers("Best\nwindow\n(us)").Numbers("Above\nbest (us)").Numbers("Clairvoyant\n(us)");
        foreach (SteppedDecision decision in report.Decisions)
        {
            ReplayedPeriod period = decision.Period;
            double costNs = period.Cost.CostNs(walk.ExchangeRate);
            table.Row(
                NumberText.Count(decision.Number),
                NumberText.Us(period.Entry.NowNs - walk.FirstNs),
                StepText.Known(period.Entry.BusyNs),
                StepText.Known(period.Entry.NextTimerNs),
                StepText.Window(period.WindowNs),
                NumberText.Us(period.ArrivalNs),
                KebabText.Of(period.Exit.Cause),
                KebabText.Of(period.Outcome),
                NumberText.Us(costNs),
                NumberText.Us(decision.HaltedAtOnce.CostNs(walk.ExchangeRate)),
                NumberText.Us(decision.PolledThrough.CostNs(walk.ExchangeRate)),
                NumberText.Us(decision.BestWindowNs(walk.ExchangeRate)),
                NumberText.Us(decision.AboveBestNs(walk.ExchangeRate)),
                NumberText.Us(decision.ClairvoyantNs));
        }

        table.WriteTo(console, StepText.Heading(walk));
        RunNotes.WriteTo(console, StepText.Legend(walk));
    }
}
