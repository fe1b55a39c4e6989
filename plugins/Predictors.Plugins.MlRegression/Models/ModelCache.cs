using System.Collections.Concurrent;

namespace Predictors.Plugins.MlRegression.Models;

/// <summary>Reads each model file once and hands the one copy to every vCPU and thread.</summary>
internal sealed class ModelCache
{
    private readonly ConcurrentDictionary<(string Path, DateTime WrittenUtc), Lazy<TrainedModel>> _models = new();

    /// <summary>The model in a file, read anew when the file was written since.</summary>
    /// <exception cref="InvalidDataException">The file can't be read or is no sound model; the message says which file and why.</exception>
    public TrainedModel Get(string path)
    {
        string full = Path.GetFullPath(path);
        var key = (full, File.GetLastWriteTimeUtc(full));
        return _models.GetOrAdd(key, static k => new Lazy<TrainedModel>(() => ModelFile.Read(k.Path))).Value;
    }
}
