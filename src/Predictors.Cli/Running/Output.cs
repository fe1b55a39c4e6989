using Predictors.Reporting;
using Spectre.Console;

namespace Predictors.Cli;

/// <summary>Where results and progress go: results to standard output, everything else to standard error.</summary>
internal static class Output
{
    private const string StandardOutput = "-";

    /// <summary>Writes a report in every form that was asked for; as tables unless standard output is taken or nothing is wanted there.</summary>
    public static void Write(IReport report, OutputChoice choice)
    {
        if (choice.Json is { } json && json != StandardOutput)
        {
            ReportFiles.WriteJson(report, json, choice.Manifest);
        }

        if (choice.Csv is { } csv && csv != StandardOutput)
        {
            ReportFiles.WriteCsv(report, csv);
        }

        if (choice.Parquet is { } parquet)
        {
            parquet.MakeFolder();
            ReportFiles.WriteParquet((IParquetReport)report, parquet.Results, choice.Manifest);
        }

        if (choice.Html is { } html)
        {
            HtmlFiles.Write((IHtmlReport)report, html, choice.Manifest);
        }

        foreach ((PlotPicture picture, string file) in choice.Plots)
        {
            PlotFiles.Write((IHtmlReport)report, picture, file);
        }

        try
        {
            WriteStandard(report, choice);
        }
        catch (IOException e)
        {
            throw new OutputException(NotWritten(e), e);
        }
    }

    /// <summary>Says that standard output can't be written.</summary>
    /// <param name="reason">Why.</param>
    /// <returns>The sentence.</returns>
    public static string NotWritten(IOException reason) => $"Standard output can't be written: {reason.Message}";

    /// <summary>Does work behind a progress bar where somebody watches.</summary>
    public static T Watch<T>(OutputChoice choice, string activity, Func<IProgress<double>, T> work, Pace? pace = null) =>
        Watch(choice.Quiet, activity, work, pace);

    /// <summary>Does work behind a progress bar where somebody watches and it is not to be quiet.</summary>
    public static T Watch<T>(bool quiet, string activity, Func<IProgress<double>, T> work, Pace? pace = null)
    {
        IAnsiConsole console = ReportConsole.For(Console.Error, isTerminal: !Console.IsErrorRedirected && !quiet);
        return ReportProgress.Show(console, activity, work, pace);
    }

    private static void WriteStandard(IReport report, OutputChoice choice)
    {
        if (choice.Json == StandardOutput)
        {
            using Stream output = Console.OpenStandardOutput();
            ReportFiles.WriteJson(report, output, choice.Manifest);
        }
        else if (choice.Csv == StandardOutput)
        {
            report.WriteCsv(Console.Out);
        }
        else if (!choice.Quiet)
        {
            report.WriteTables(ReportConsole.For(Console.Out, isTerminal: !Console.IsOutputRedirected));
        }
    }
}
