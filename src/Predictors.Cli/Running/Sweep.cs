using Predictors.Hosting;
using Predictors.Traces;

namespace Predictors.Cli;

/// <summary>Replays traces one after the other; with a file of <c>--resume</c> it keeps what is done there, and does not do it again.</summary>
/// <param name="plan">The plan.</param>
/// <param name="kept">The file, or null.</param>
/// <param name="about">What decides the figures beside the plan.</param>
internal sealed class Sweep(RunPlan plan, KeptFile? kept, IReadOnlyList<string> about)
{
    /// <summary>What came of each trace.</summary>
    public List<RunOutcome> Outcomes { get; } = [];

    /// <summary>What a reader has to know of the traces, in sentences.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Replays the traces.</summary>
    /// <returns>How many rows were kept from earlier, where there is a file.</returns>
    public int? Run(IReadOnlyList<string> paths, Func<string, ITraceReader> open, IProgress<double> progress, CancellationToken cancellation)
    {
        ResumedReplayer? resumed = kept is null ? null : new ResumedReplayer(plan, kept.Runs, about);
        var replayer = new TraceReplayer(plan);
        foreach (string path in paths)
        {
            using ITraceReader trace = open(path);
            var part = new PartOfProgress(progress, Outcomes.Count, paths.Count);
            (RunOutcome outcome, string? note) = resumed?.Run(trace, part, standIns: null, cancellation)
                ?? (replayer.Run(trace, part, observer: null, cancellation), TraceSoundness.NoteOn(trace.Header.Name, trace.Inspection));
            Outcomes.Add(outcome);
            Notes.AddRange([.. RunOptions.NotesOnTraining(plan, outcome.Run), .. note is null ? (string[])[] : [note]]);
            kept?.Save();
        }

        return resumed?.Taken;
    }
}
