using System.CommandLine;
using Predictors.Traces;

namespace Predictors.Cli;

/// <summary><c>predictors record</c>.</summary>
internal static class RecordVerb
{
    private const long MaxLengthNs = 86_400_000_000_000;

    public static Command Create()
    {
        var verb = new Verb(
            "record",
            "Records the running kernel's idle periods, while a command runs or for a time; needs root and tracefs.",
            ("--print-command --seconds 10", "what trace-cmd and perf are told to record the same")) { HandlesSignals = true };
        verb.NeedRoot =
        [
            ("-o web.wake -- ab -n 10000 http://localhost/", "while a command runs"),
            ("--seconds 10 -o night.wake", "for ten seconds"),
            ("--seconds 10 --events host -o guests.dat", "the guests of this KVM host, as a trace-cmd file"),
        ];
        var command = new Argument<string[]>("COMMAND")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Behind --: the command to record, with its arguments. Its exit status becomes that of record.",
        };
        verb.Arguments.Add(command);
        var to = new Option<string?>("--output", "-o")
        {
            HelpName = "FILE",
            Description = "The file to write: .wake, .csv, or .dat for the recording itself.",
        };
        verb.Options.Add(to);
        Option<long?> seconds = LengthOption.Seconds(
            "--seconds", "How long to record at most; without it and without a command, until Ctrl-C.", MaxLengthNs);
        verb.Options.Add(seconds);
        var settings = new RecordingSettings(verb);
        var print = new Option<bool>("--print-command") { Description = "Prints what trace-cmd and perf are told to record the same, and records nothing." };
        verb.Options.Add(print);
        VerbAction.Set(verb, (parsed, _) =>
        {
            RecordingOptions options = settings.Of(parsed);
            string[] words = parsed.GetValue(command)!;
            TimeSpan? length = parsed.GetValue(seconds) is { } ns ? TimeSpan.FromTicks(Math.Max(1, ns / TimeSpan.NanosecondsPerTick)) : null;
            if (parsed.GetValue(print))
            {
                string[] sleep = ["sleep", (length ?? TimeSpan.FromSeconds(10)).TotalSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture)];
                foreach (string line in EquivalentCommands.Of(options, words.Length > 0 ? words : sleep))
                {
                    StandardOutput.Writer.WriteLine(line);
                }

                return ExitStatus.Done;
            }

            RecordingOutput output = OutputOf(parsed.GetValue(to));
            using var signals = new StopSignals();
            return new KernelRecording(output, options).Run(words, length, signals);
        });
        return verb;
    }

    private static RecordingOutput OutputOf(string? path) =>
        path is null ? throw new UsageException("-o FILE is required: the file to write, .wake, .csv or .dat.")
        : RecordingOutput.IsRecording(path) ? new RecordingOutput(path, null)
        : new RecordingOutput(path, TraceOutput.To(path, compress: true));
}
