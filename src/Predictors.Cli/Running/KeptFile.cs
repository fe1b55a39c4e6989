using Predictors.Hosting;
using Predictors.Reporting;

namespace Predictors.Cli;

/// <summary>A file of <c>--resume</c>.</summary>
internal sealed class KeptFile
{
    private readonly string _path;

    private KeptFile(string path, KeptRuns runs)
    {
        _path = path;
        Runs = runs;
    }

    /// <summary>What is kept.</summary>
    public KeptRuns Runs { get; }

    /// <summary>Reads the file; one that is not there is made, since that it can't be written is better known before the work than after it.</summary>
    /// <param name="path">The file, or null where nothing is kept.</param>
    /// <exception cref="InvalidDataException">It is another file, or a damaged one.</exception>
    public static KeptFile? Open(string? path)
    {
        if (path is null)
        {
            return null;
        }

        if (!File.Exists(path))
        {
            var none = new KeptFile(path, new KeptRuns());
            none.Save();
            return none;
        }

        using var text = new StreamReader(path);
        return new KeptFile(path, KeptRuns.Read(path, text));
    }

    /// <summary>For work that replays under several plans.</summary>
    /// <param name="about">What decides the figures beside the plans.</param>
    public Resumption Resume(IEnumerable<string> about) => new(Runs, about, Save);

    /// <summary>Writes it.</summary>
    public void Save() => OutputFile.Write(_path, stream =>
    {
        using var text = new StreamWriter(stream, leaveOpen: true);
        Runs.Write(text);
    });

    /// <summary>Does work that adds to what is kept; where it is stopped, that is kept too.</summary>
    /// <param name="work">The work.</param>
    /// <exception cref="StoppedSweepException">It was stopped.</exception>
    public T Keep<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (OperationCanceledException e)
        {
            Save();
            throw new StoppedSweepException(_path, e);
        }
    }

    /// <summary>Says on standard error how much of the work was there.</summary>
    public void Tell(int taken, int rows) => Console.Error.WriteLine($"predictors: {taken} of {rows} rows were taken from {_path}.");
}
