using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Predictors.Hosting;

/// <summary>The predictors that the plugins in some directories bring, and what could not be loaded and why.</summary>
public sealed class PluginCatalog
{
    internal PluginCatalog(IReadOnlyList<PluginPredictor> predictors, IReadOnlyList<RefusedPlugin> refused, IReadOnlyList<PluginWarning> warnings)
    {
        Predictors = predictors;
        Refused = refused;
        Warnings = warnings;
    }

    /// <summary>The predictors: in the order of the directories, in each by path, in each plugin by the factory's type or as its module says.</summary>
    public IReadOnlyList<PluginPredictor> Predictors { get; }

    /// <summary>What was refused, and why.</summary>
    public IReadOnlyList<RefusedPlugin> Refused { get; }

    /// <summary>What is probably not meant in plugins that can be used.</summary>
    public IReadOnlyList<PluginWarning> Warnings { get; }

    /// <summary>
    /// Finds and loads the plugins in directories and their subfolders. A plugin is a DLL that references the contract
    /// and either has the name of its folder (<c>NAME/NAME.dll</c>) or a <c>.deps.json</c> of its own; in a folder where
    /// no DLL has either, every DLL that references the contract is one. Nothing that is wrong with a plugin is thrown:
    /// it is refused with a reason, and the others go on.
    /// </summary>
    /// <param name="directories">The directories; where two bring a predictor of the same name, the first one wins.</param>
    /// <param name="loggers">Where plugins may log; null for nowhere.</param>
    /// <returns>The catalogue.</returns>
    public static PluginCatalog Load(IEnumerable<string> directories, ILoggerFactory? loggers = null)
    {
        ArgumentNullException.ThrowIfNull(directories);
        var discovery = new PluginDiscovery();
        foreach (string directory in directories)
        {
            discovery.Search(directory);
        }

        var admission = new PluginAdmission(loggers ?? NullLoggerFactory.Instance);
        foreach (PluginFile plugin in discovery.Plugins)
        {
            admission.Admit(plugin);
        }

        return new PluginCatalog(admission.Predictors, [.. discovery.Refused, .. admission.Refused], admission.Warnings);
    }

    /// <summary>Looks a predictor up.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The predictor.</returns>
    /// <exception cref="RefusedPredictorException">It was refused, or may be in a plugin that was.</exception>
    /// <exception cref="SpecException">There is none; the message names the nearest one.</exception>
    public PluginPredictor Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (Predictors.FirstOrDefault(p => p.Description.Name == name) is { } found)
        {
            return found;
        }

        string[] loaded = [.. Predictors.Select(p => p.Description.Name)];
        RefusedPlugin[] refused = [.. Refused.Where(r => r.Predictor == name)];

        // What a plugin that could not be loaded would have brought is not known; a name that is nearly right tells more.
        refused = refused.Length == 0 && NearestName.Of(name, loaded) is null ? [.. Refused] : refused;
        throw refused.Length > 0
            ? new RefusedPredictorException(name, refused)
            : new SpecException($"There is no predictor '{name}'{NearestName.Hint(name, loaded)}");
    }
}
