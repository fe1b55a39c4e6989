using System.Globalization;
using Predictors.Abstractions;
using Predictors.IdlePath;
using Spectre.Console;

namespace Predictors.Reporting;

internal static class VerifyTables
{
    public static void WriteTo(IAnsiConsole console, VerifyReport report)
    {
        VerificationResult result = report.Result;
        ReportTable.WriteHeading(console, $"{report.Contender.Spec} on {report.Trace}: {Verdict(result)}");
        ReportTable counts = new ReportTable()
            .Numbers("Decisions").Numbers("Equal").Numbers("Different").Numbers("Not\ncompared").Numbers("Halts without\ndecision");
        counts.Row(
            NumberText.Count(result.Decisions),
            NumberText.Count(result.Equal),
            NumberText.Count(result.Different),
            NumberText.Count(result.NotCompared),
            NumberText.Count(result.WithoutDecision));
        counts.WriteTo(console, "Decisions");
        WriteFirst(console, report);
        RunNotes.WriteTo(console, result.Notes);
    }

    private static string Verdict(VerificationResult result) => result switch
    {
        { Agrees: true } => "it agrees with the recording kernel",
        { Different: > 0 } => "it differs from the recording kernel",
        _ => "nothing could be compared",
    };

    private static void WriteFirst(IAnsiConsole console, VerifyReport report)
    {
        ReportTable table = new ReportTable()
            .Words("Place").Words("Rule").Numbers("vCPU").Numbers("Time (ns)").Numbers("Idle (ns)").Numbers("Halted (ns)")
            .Numbers("Recorded\nbefore (ns)").Numbers("Predicted\nbefore (ns)").Numbers("Recorded\nafter (ns)").Numbers("Predicted\nafter (ns)");
        foreach (DecisionDifference difference in report.Result.First)
        {
            table.Row(
                PlaceText.Of(report.PlaceUnit, difference.Place),
                PlaceText.Of(difference.DecisionPlace),
                difference.Vcpu.ToString(CultureInfo.InvariantCulture),
                NumberText.Count(difference.TimeNs),
                NumberText.Count(difference.Exit.IdleNs),
                NumberText.Count(difference.Exit.HaltNs),
                Window(difference.RecordedBeforeNs),
                Window(difference.PredictedBeforeNs),
                Window(difference.RecordedAfterNs),
                Window(difference.PredictedAfterNs));
        }

        if (!table.IsEmpty)
        {
            table.WriteTo(console, "The first that differ: windows before and after the decision");
        }
    }

    private static string Window(long ns) => ns == IdleEntry.UnknownNs ? NumberText.Undefined : NumberText.Count(ns);
}
