namespace Predictors.Hosting;

/// <summary>
/// Keeps plugins that are being worked on: after every change in their directories they are copied, loaded anew and put in the place of the
/// old ones. What can't be loaded, or is gone, stays as it was, and <see cref="Messages"/> says so. Not for several threads at once.
/// </summary>
public sealed class PluginWatch : IDisposable
{
    private readonly IReadOnlyList<string> _shipped;
    private readonly IReadOnlyList<string> _watched;
    private readonly DirectoryChanges _changes;
    private readonly DirectoryInfo _shadows = Directory.CreateTempSubdirectory("predictors-watch-");
    private readonly List<string> _messages = [];
    private List<PluginPredictor> _predictors = [];
    private int _version;

    /// <summary>Begins to watch.</summary>
    /// <param name="shipped">Directories that do not change.</param>
    /// <param name="watched">The directories that are watched.</param>
    /// <exception cref="IOException">A watched directory does not exist; the message names it.</exception>
    public PluginWatch(IReadOnlyList<string> shipped, IReadOnlyList<string> watched)
    {
        ArgumentNullException.ThrowIfNull(shipped);
        ArgumentNullException.ThrowIfNull(watched);
        _shipped = shipped;
        _watched = watched;
        if (watched.FirstOrDefault(d => !Directory.Exists(d)) is { } missing)
        {
            _shadows.Delete();
            throw new IOException($"{missing}: there is no such directory to watch; build the plugin once.");
        }

        _changes = new DirectoryChanges(watched);
    }

    /// <summary>What the last <see cref="Load"/> could not take over, each in a line.</summary>
    public IReadOnlyList<string> Messages => _messages;

    /// <summary>Loads the plugins as they are now.</summary>
    /// <returns>All predictors: the shipped ones, and of the watched ones the newest version that works.</returns>
    public PluginCatalog Load()
    {
        _messages.Clear();
        string folder = Path.Combine(_shadows.FullName, (_version++).ToString(System.Globalization.CultureInfo.InvariantCulture));
        ShadowCopy[] copies;
        try
        {
            copies = [.. _watched.Select((directory, i) => ShadowCopy.Of(directory, Path.Combine(folder, $"{i}")))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _messages.Add($"{string.Join(", ", _watched)}: changing while it was read ({e.Message}); the old version stays");
            copies = [];
        }

        PluginCatalog found = PluginCatalog.Load([.. _shipped, .. copies.Select(c => c.CopiedTo)]);
        List<PluginPredictor> predictors = [.. found.Predictors.Select(p => p with { File = Original(p.File) })];
        List<RefusedPlugin> refused = [.. found.Refused.Select(r => r with { File = Original(r.File) })];
        KeepOld(predictors, refused);
        _predictors = predictors;
        return new PluginCatalog(predictors, refused, [.. found.Warnings.Select(w => w with { File = Original(w.File) })]);

        string Original(string file) => copies.Aggregate(file, (path, copy) => copy.Original(path));
    }

    /// <summary>Waits until something changes in a watched directory and the build that did it is over.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    public void WaitForChange(CancellationToken cancellation) => _changes.Wait(cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        _changes.Dispose();
        try
        {
            _shadows.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A loaded DLL can't be deleted on every system; the folder is a temporary one.
        }
    }

    private void KeepOld(List<PluginPredictor> predictors, List<RefusedPlugin> refused)
    {
        foreach (PluginPredictor old in _predictors.ExceptBy(predictors.Select(p => p.Description.Name), p => p.Description.Name).ToList())
        {
            string why = refused.FirstOrDefault(r => r.File == old.File || r.Predictor == old.Description.Name)?.Reason
                ?? (File.Exists(old.File) ? "it no longer brings this predictor" : "the file is gone");
            _messages.Add($"{old.File}: {old.Description.Name} stays in its old version: {why}");
            refused.RemoveAll(r => r.File == old.File);
            predictors.Add(old);
        }
    }
}
