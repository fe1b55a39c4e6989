using System.CommandLine;
using Predictors.Hosting;
using Predictors.IdlePath;
using Predictors.Reporting;
using Predictors.Traces;

namespace Predictors.Cli;

/// <summary>Runs a verb and turns what it throws into one line and an exit status.</summary>
internal static class VerbAction
{
    public static void Set(Command verb, Func<ParseResult, CancellationToken, int> action) =>
        verb.SetAction((parsed, cancellation) => Stopping.Await(Task.Run(() => Guard(action, parsed, cancellation), CancellationToken.None), cancellation));

    private static int Guard(Func<ParseResult, CancellationToken, int> action, ParseResult parsed, CancellationToken cancellation)
    {
        try
        {
            int status = action(parsed, cancellation);
            if (status is ExitStatus.Done or ExitStatus.No)
            {
                NextCommand.Tell(parsed);
            }

            return status;
        }
        catch (Exception e) when (StatusOf(Unwrap(e)) is { } status)
        {
            string message = status == ExitStatus.Stopped && Unwrap(e) is not StoppedSweepException ? "stopped; nothing was written" : Unwrap(e).Message;
            Console.Error.WriteLine($"predictors: {message}");
            return status;
        }
    }

    private static Exception Unwrap(Exception e) => e is AggregateException { InnerException: { } inner } ? Unwrap(inner) : e;

    private static int? StatusOf(Exception e) => e switch
    {
        SpecException or UsageException => ExitStatus.Usage,
        TraceFormatException or MergeException or RecordingException or ProfileException or OutputException => ExitStatus.Input,
        InvalidDataException or IOException or UnauthorizedAccessException => ExitStatus.Input,
        PredictorFaultException or RefusedPredictorException => ExitStatus.Plugin,
        OperationCanceledException => ExitStatus.Stopped,
        _ => null,
    };
}
