namespace Predictors.Hosting;

/// <summary>Waits until something changes below directories and then stays as it is for a moment: a build writes many files.</summary>
internal sealed class DirectoryChanges : IDisposable
{
    private static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(400);

    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly SemaphoreSlim _changed = new(0);

    /// <summary>Begins to watch.</summary>
    /// <param name="directories">The directories; they exist.</param>
    /// <remarks>A rename over a file is a change, which the loader's own watcher would miss.</remarks>
    public DirectoryChanges(IEnumerable<string> directories)
    {
        foreach (string directory in directories)
        {
            var watcher = new FileSystemWatcher(directory)
            {
                IncludeSubdirectories = true,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            watcher.Changed += (_, _) => _changed.Release();
            watcher.Created += (_, _) => _changed.Release();
            watcher.Deleted += (_, _) => _changed.Release();
            watcher.Renamed += (_, _) => _changed.Release();

            // More changes at once than the system's buffer holds: something did change.
            watcher.Error += (_, _) => _changed.Release();
            watcher.EnableRaisingEvents = true;
            _watchers.Add(watcher);
        }
    }

    /// <summary>Waits.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    public void Wait(CancellationToken cancellation)
    {
        _changed.Wait(cancellation);
        while (_changed.Wait(s_quiet, cancellation))
        {
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The semaphore stays: a change that is being told just now may still count on it.
        _watchers.ForEach(w => w.Dispose());
    }
}
