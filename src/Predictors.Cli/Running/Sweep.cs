using Predictors.Hosting;
using Predictors.Reporting;
using Predictors.Traces;

namespace Predictors.Cli;

/// <summary>Replays traces one after the other; with a file of <c>--resume</c> it keeps what is done there, and does not do it again.</summary>
/// <param name="plan">The plan.</param>
/// <param name="resume">The file, or null.</param>
/// <param name="about">What decides the figures beside the plan.</param>
internal sealed class Sweep(RunPlan plan, string? resume, IReadOnlyList<string> about)
{
    /// <summary>What came of each trace.</summary>
    public List<RunOutcome> Outcomes { get; } = [];

    /// <summary>What a reader has to know of the traces, in sentences.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>How many rows were kept from earlier, where there is a file.</summary>
    public int? Taken { get; private set; }

    public void Run(IReadOnlyList<string> paths, Func<string, ITraceReader> open, IProgress<double> progress, CancellationToken cancellation)
    {
        KeptRuns? kept = resume is null ? null : Read(resume);
        ResumedReplayer? resumed = kept is null ? null : new ResumedReplayer(plan, kept, about);
        var replayer = new TraceReplayer(plan);
        foreach (string path in paths)
        {
            using ITraceReader trace = open(path);
            var part = new PartOfProgress(progress, Outcomes.Count, paths.Count);
            try
            {
                (RunOutcome outcome, string? note) = resumed?.Run(trace, part, cancellation)
                    ?? (replayer.Run(trace, part, observer: null, cancellation), TraceSoundness.NoteOn(trace.Header.Name, trace.Inspection));
                Outcomes.Add(outcome);
                Notes.AddRange([.. RunOptions.NotesOnTraining(plan, outcome.Run), .. note is null ? (string[])[] : [note]]);
            }
            catch (OperationCanceledException e) when (resume is not null)
            {
                throw new StoppedSweepException(resume, e);
            }

            if (resumed is not null)
            {
                Taken = resumed.Taken;
                Write(kept!, resume!);
            }
        }
    }

    private static KeptRuns Read(string file)
    {
        if (!File.Exists(file))
        {
            // That it can't be written is better known before the work than after it.
            var none = new KeptRuns();
            Write(none, file);
            return none;
        }

        using var text = new StreamReader(file);
        return KeptRuns.Read(file, text);
    }

    private static void Write(KeptRuns kept, string file) => OutputFile.Write(file, stream =>
    {
        using var text = new StreamWriter(stream, leaveOpen: true);
        kept.Write(text);
    });
}
