using Predictors.Abstractions;
using Predictors.Hosting;
using Predictors.Traces;

namespace Predictors.Cli;

/// <summary>The models of a contest's learned predictors: for each trace one that was trained on all others. Its folder is removed at the end.</summary>
internal sealed class ContestModels : IDisposable
{
    private readonly string? _folder;

    private ContestModels(string? folder, LeaveOneOut? training, IReadOnlyList<string> notes, IReadOnlyList<string> about)
    {
        _folder = folder;
        Training = training;
        Notes = notes;
        About = about;
    }

    /// <summary>What trains them; null where the contenders keep the models that they have.</summary>
    public LeaveOneOut? Training { get; }

    /// <summary>What the reader has to know of the models, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>What decides the models beside the contenders: how they come about, and of which traces.</summary>
    public IReadOnlyList<string> About { get; }

    /// <summary>The models of a contest.</summary>
    /// <param name="plan">The contenders.</param>
    /// <param name="open">Opens each of the traces.</param>
    /// <param name="shipped">Whether the shipped models are wanted.</param>
    public static ContestModels Of(RunPlan plan, IReadOnlyList<Func<ITraceReader>> open, bool shipped)
    {
        string[] learned = [.. plan.Contenders.Where(LeaveOneOut.Trains).Select(c => c.Text)];
        if (learned.Length == 0 || shipped)
        {
            return new ContestModels(null, null, [], []);
        }

        string[] hashes = [.. open.Select(HashOf)];
        if (hashes.Distinct().Count() == 1)
        {
            return new ContestModels(null, null, [.. learned.Select(l => $"{l} has the model that its plugin brings: there is no other trace to train one on.")], []);
        }

        string folder = Directory.CreateTempSubdirectory("predictors-contest-").FullName;
        return new ContestModels(
            folder,
            new LeaveOneOut(plan.Contenders, cancellation => [.. open.Select(o => Read(o, cancellation))], folder),
            [.. learned.Select(l => $"{l} has a model of its own for each trace, trained on all others (seed {LeaveOneOut.Seed}).")],
            ["trained on all others of", .. hashes]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static string HashOf(Func<ITraceReader> open)
    {
        using ITraceReader trace = open();
        return trace.Header.Sha256.Digits;
    }

    private static TrainingTrace Read(Func<ITraceReader> open, CancellationToken cancellation)
    {
        using ITraceReader trace = open();
        return TrainingTraces.Read(trace, share: 1, cancellation);
    }
}
