using System.CommandLine;
using Predictors.IdlePath;
using Predictors.Reporting;
using Predictors.Traces;

namespace Predictors.Cli;

/// <summary><c>predictors calibrate</c>.</summary>
internal static class CalibrateVerb
{
    public static Command Create()
    {
        var verb = new Verb(
            "calibrate",
            "Fits a machine profile to recorded traces: what a halted wake-up, an IPI and a timer write cost on the machine that recorded them.",
            ("traces/tcp-rr-pinned.txt.gz -o my-machine.json", "a profile of the machine of a recording, for --profile"),
            ("traces -o my-machine.json --base skylake-sp", "of several traces; costs that they do not tell come from a base profile"));
        var traces = new TraceOptions(verb, several: true);
        var to = new Option<string>("--output", "-o") { HelpName = "FILE", Description = "The profile to write, as JSON.", Required = true };
        verb.Options.Add(to);
        var baseProfile = new Option<string>("--base")
        {
            HelpName = "NAME|FILE",
            Description = $"Where costs come from that the traces do not tell: {string.Join(", ", MachineProfiles.Names)}, or a JSON file.",
            DefaultValueFactory = _ => MachineProfiles.DefaultName,
        };
        verb.Options.Add(baseProfile);
        var name = new Option<string?>("--name") { HelpName = "NAME", Description = "The profile's name; without it that of the file." };
        verb.Options.Add(name);
        Option<ulong?> seed = NumberOption.Of<ulong>(
            "--seed", "N", "The seed of the intervals' draws.", $"a whole number, 0 to {ulong.MaxValue}", _ => true, value: 1);
        verb.Options.Add(seed);
        var output = new OutputOptions(verb);
        VerbAction.Set(verb, (parsed, cancellation) =>
        {
            OutputChoice choice = output.Of(parsed);
            string path = parsed.GetValue(to)!;
            string profileName = NameOf(parsed.GetValue(name), path);
            var calibration = new Calibration(MachineProfiles.Get(parsed.GetValue(baseProfile)!));
            var notes = new List<string>();
            foreach (string tracePath in traces.Paths(parsed))
            {
                IKernelEventObserver observer = calibration.Observe();
                using ITraceReader trace = traces.Open(parsed, tracePath, observer);
                Output.Watch(choice, tracePath, progress => Read(calibration, trace, observer, progress, cancellation), TraceOptions.PaceOf([tracePath]));
                if (TraceSoundness.NoteOn(trace.Header.Name, trace.Inspection) is { } note)
                {
                    notes.Add(note);
                }
            }

            CalibrationResult result = calibration.Fit(profileName, parsed.GetValue(seed)!.Value);
            int status = Write(result, path);
            Output.Write(new CalibrationReport(result with { Notes = [.. result.Notes, .. notes] }), choice);
            return status;
        });
        return verb;
    }

    private static bool Read(
        Calibration calibration, ITraceReader trace, IKernelEventObserver observer, IProgress<double> progress, CancellationToken cancellation)
    {
        calibration.Add(trace, observer, progress, cancellation);
        return true;
    }

    private static int Write(CalibrationResult result, string path)
    {
        if (result.Fitted.Count == 0)
        {
            Console.Error.WriteLine(
                "predictors: nothing could be fitted, and no profile was written: the traces hold too few halted wake-ups whose arrival was measured"
                + " (ipi:ipi_send_cpu, sched:sched_waking or timer:hrtimer_start must be recorded).");
            return ExitStatus.No;
        }

        OutputFile.Write(path, stream => MachineProfiles.Write(result.Profile, stream));
        return ExitStatus.Done;
    }

    private static string NameOf(string? name, string path)
    {
        string chosen = name ?? Path.GetFileNameWithoutExtension(path);
        return string.IsNullOrWhiteSpace(chosen) ? throw new UsageException("The profile needs a name: give one with --name.") : chosen;
    }
}
